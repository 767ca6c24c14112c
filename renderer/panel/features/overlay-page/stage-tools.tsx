import { ImagePlus, Redo2, Trash2, Undo2 } from 'lucide-react';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { Segments, Tip } from '../../ui/index.ts';
import { type BackdropControl, backdrops } from './backdrop.ts';

/** What the preview shows and what it stands on; undo and redo. */
export const StageTools = (props: {
  readonly backdrop: BackdropControl;
  readonly sample: boolean;
  readonly onSample: (on: boolean) => void;
}) => {
  const { t } = useText();
  const { studio } = usePanel();
  const history = useStore(studio.state, (state) => state.history);
  const field = useRef<HTMLInputElement>(null);
  const { backdrop } = props;
  return (
    <div className="ov-tools">
      <Segments
        tight
        label={t('ov.content')}
        value={props.sample ? 'sample' : 'live'}
        choices={[
          { value: 'sample', text: t('ov.sample') },
          { value: 'live', text: t('ov.live') },
        ]}
        onChoose={(value) => props.onSample(value === 'sample')}
      />
      <Segments
        tight
        label={t('ov.backdrop')}
        value={backdrop.kind}
        choices={backdrops
          .filter((kind) => kind !== 'picture' || backdrop.picture !== null)
          .map((value) => ({ value, text: t(`ov.backdrop.${value}`) }))}
        onChoose={backdrop.setKind}
      />
      <input
        ref={field}
        type="file"
        hidden
        accept="image/*"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) backdrop.take(file);
        }}
      />
      <Tip text={t('ov.pictureHint')}>
        <button type="button" className="btn small" onClick={() => field.current?.click()}>
          <ImagePlus aria-hidden="true" />
          {t('ov.ownPicture')}
        </button>
      </Tip>
      {backdrop.picture === null ? null : (
        <button
          type="button"
          className="icon-btn small"
          aria-label={t('ov.forgetPicture')}
          onClick={backdrop.forget}
        >
          <Trash2 aria-hidden="true" />
        </button>
      )}
      {backdrop.refused === undefined ? null : (
        <span className="ov-warn" role="alert">
          {t(`ov.picture.${backdrop.refused}`)}
        </span>
      )}
      <span className="ov-tools-end">
        <Tip text={t('ov.undo')} keys="Mod+z">
          <button
            type="button"
            className="icon-btn small"
            aria-label={t('ov.undo')}
            disabled={history.done.length === 0}
            onClick={studio.undo}
          >
            <Undo2 aria-hidden="true" />
          </button>
        </Tip>
        <Tip text={t('ov.redo')} keys="Mod+Shift+z">
          <button
            type="button"
            className="icon-btn small"
            aria-label={t('ov.redo')}
            disabled={history.undone.length === 0}
            onClick={studio.redo}
          >
            <Redo2 aria-hidden="true" />
          </button>
        </Tip>
      </span>
    </div>
  );
};
