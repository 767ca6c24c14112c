import { Eye, EyeOff, Pin, PinOff } from 'lucide-react';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { CommandTip, KeyHint } from '../commands/index.ts';
import { isBlank } from './picture.ts';

const Pinned = () => {
  const { t } = useText();
  const { picture } = usePanel();
  return (
    <CommandTip text={t('picture.unpin')} command="pin">
      <button
        type="button"
        className="status-item status-button picture-pinned"
        aria-label={t('picture.unpin')}
        onClick={picture.unpin}
      >
        <Pin className="rest" aria-hidden="true" />
        <PinOff className="over" aria-hidden="true" />
        {t('picture.pinned')}
      </button>
    </CommandTip>
  );
};

/** Whether anything is on air, and the one button that takes everything off the picture. */
export const BlankSwitch = () => {
  const { t } = useText();
  const { picture } = usePanel();
  const overlays = Object.values(useTopic('overlays') ?? {});
  const panic = useTopic('panic')?.on === true;
  if (overlays.length === 0) return null;
  const blank = isBlank(overlays);
  const onAir = !blank && overlays.some(({ clients }) => clients.some(({ preview }) => !preview));
  return (
    <>
      {overlays.some(({ pinned = '' }) => pinned !== '') ? <Pinned /> : null}
      {blank || onAir ? (
        <span className="status-item picture-state" data-state={blank ? 'blank' : 'on-air'}>
          {blank ? <EyeOff aria-hidden="true" /> : <span className="picture-lamp" aria-hidden="true" />}
          <strong>{blank ? t('picture.blankState') : t('picture.onAir')}</strong>
        </span>
      ) : null}
      {/* A panic keeps the picture blank until it ends. */}
      {panic ? null : (
        <button
          type="button"
          className="status-item status-button picture-switch"
          aria-pressed={blank}
          onClick={picture.toggleBlank}
        >
          {blank ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
          {blank ? t('picture.backOn') : t('picture.blankNow')} <KeyHint command="blankNow" />
        </button>
      )}
    </>
  );
};
