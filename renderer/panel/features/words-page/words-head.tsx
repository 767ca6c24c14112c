import { CloudCog, FileUp, FlaskConical, History, LibraryBig, Plus, SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/index.ts';
import { useTopic } from '../../panel-context.tsx';
import { ExportMenu } from './export-menu.tsx';
import type { Side } from './side-pane.tsx';

const Opener = (props: {
  readonly kind: Side['kind'];
  readonly side: Side;
  readonly name: string;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}) => (
  <button type="button" className="btn" aria-pressed={props.side.kind === props.kind} onClick={props.onOpen}>
    {props.children}
    {props.name}
  </button>
);

/** The name of the page, how things stand, and what can be opened. */
export const WordsHead = (props: {
  readonly side: Side;
  readonly groupId: string | null | undefined;
  readonly onSide: (side: Side) => void;
  readonly onAdd: () => void;
}) => {
  const { t } = useText();
  const words = useTopic('words');
  const { side, onSide } = props;
  return (
    <header className="words-head">
      <h1>{t('words.title')}</h1>
      <div className="words-tools">
        <Opener kind="try" side={side} name={t('words.try')} onOpen={() => onSide({ kind: 'try' })}>
          <FlaskConical aria-hidden="true" />
        </Opener>
        <Opener kind="past" side={side} name={t('words.past')} onOpen={() => onSide({ kind: 'past' })}>
          <History aria-hidden="true" />
        </Opener>
        <Opener
          kind="starters"
          side={side}
          name={t('words.starters')}
          onOpen={() => onSide({ kind: 'starters' })}
        >
          <LibraryBig aria-hidden="true" />
        </Opener>
        <Opener
          kind="service"
          side={side}
          name={t('service.title')}
          onOpen={() => onSide({ kind: side.kind === 'service' ? 'none' : 'service' })}
        >
          <CloudCog aria-hidden="true" />
        </Opener>
        <Opener
          kind="import"
          side={side}
          name={t('words.import')}
          onOpen={() => onSide({ kind: 'import', file: undefined })}
        >
          <FileUp aria-hidden="true" />
        </Opener>
        <ExportMenu groupId={props.groupId} />
        <Opener
          kind="options"
          side={side}
          name={t('words.options')}
          onOpen={() => onSide({ kind: 'options' })}
        >
          <SlidersHorizontal aria-hidden="true" />
        </Opener>
        <button type="button" className="btn primary" onClick={props.onAdd}>
          <Plus aria-hidden="true" />
          {t('words.add')}
          <kbd className="key">N</kbd>
        </button>
      </div>
      <p className="words-state" role="status">
        {words?.strict === true ? <span data-loud="true">{t('words.strictOn')}</span> : null}
        {words?.loading === true ? <span>{t('words.loading')}</span> : null}
      </p>
    </header>
  );
};
