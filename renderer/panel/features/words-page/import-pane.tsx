import { FileUp, LoaderCircle } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ruleLevels } from '../../../../main/contract/models/word-rule.ts';
import { useText } from '../../i18n/index.ts';
import { Segments } from '../../ui/index.ts';
import { DryRun } from './dry-run.tsx';
import { Part, SwitchLine } from './fields.tsx';
import { ImportLines } from './import-lines.tsx';
import { ReplaceChoice, Replaced } from './import-replace.tsx';
import type { ListOptions } from './read-list.ts';
import { GroupSelect } from './rule-fields.tsx';
import { type ImportState, useImport } from './use-import.ts';

const MEGABYTE = 1024 * 1024;

const Trouble = ({ state }: { readonly state: ImportState }) => {
  const { t, told } = useText();
  if (state.step === 'too-big') return t('words.tooBig', { size: (state.size / MEGABYTE).toFixed(1) });
  if (state.step === 'empty') return t('words.emptyFile');
  if (state.step !== 'refused') return null;
  return told(state.error);
};

const Chooser = (props: { readonly small: boolean; readonly onFile: (file: File) => void }) => {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        className="unseen"
        type="file"
        tabIndex={-1}
        aria-label={t('words.choose')}
        accept=".txt,.csv,.json,text/plain,text/csv,application/json"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) props.onFile(file);
        }}
      />
      <button
        type="button"
        className={props.small ? 'btn small' : 'btn primary'}
        onClick={() => input.current?.click()}
      >
        <FileUp aria-hidden="true" />
        {t(props.small ? 'words.chooseOther' : 'words.choose')}
      </button>
    </>
  );
};

const Defaults = (props: {
  readonly options: ListOptions;
  readonly onChoose: (change: Partial<ListOptions>) => void;
}) => {
  const { t } = useText();
  const { options, onChoose } = props;
  return (
    <section aria-label={t('words.importDefaults')} className="words-below">
      <h3>{t('words.importDefaults')}</h3>
      <Part name={t('words.level')}>
        <Segments
          tight
          label={t('words.level')}
          value={options.level ?? 'hold'}
          choices={ruleLevels.map((value) => ({ value, text: t(`words.level.${value}`) }))}
          onChoose={(level) => onChoose({ level })}
        />
      </Part>
      <Part name={t('words.where')}>
        <Segments
          tight
          label={t('words.where')}
          value={options.where ?? 'both'}
          choices={[
            { value: 'text', text: t('words.whereText') },
            { value: 'nick', text: t('words.whereNick') },
            { value: 'both', text: t('words.whereBoth') },
          ]}
          onChoose={(where) => onChoose({ where })}
        />
      </Part>
      <GroupSelect groupId={options.groupId ?? null} onChoose={(groupId) => onChoose({ groupId })} />
      <SwitchLine
        name={t('words.anywhere')}
        hint={t('words.anywhereHint')}
        on={options.anywhere ?? false}
        onChange={(anywhere) => onChoose({ anywhere })}
      />
    </section>
  );
};

type Read = Extract<ImportState, { step: 'read' | 'done' }>;

const Brought = ({ state }: { readonly state: Read }) => {
  const { t } = useText();
  const { format, encoding, groups, allow } = state.answer;
  return (
    <p className="import-file">
      <bdi>{t('words.readAs', { name: state.name, format: format.toUpperCase(), encoding })}</bdi>
      {groups.length === 0 ? null : <span>{t('words.bringsGroups', { count: groups.length })}</span>}
      {allow.length === 0 ? null : <span>{t('words.bringsAllow', { count: allow.length })}</span>}
    </p>
  );
};

/** A list from a file: read, told line by line, and taken in when the person says so. */
export const ImportPane = (props: {
  readonly file: File | undefined;
  readonly onAllow: (words: readonly string[]) => void;
}) => {
  const { t, number } = useText();
  const { state, options, replace, take, choose, chooseReplace, commit } = useImport();
  const { file } = props;
  const taken = useRef<File | undefined>(undefined);
  useEffect(() => {
    if (file === undefined || taken.current === file) return;
    taken.current = file;
    void take(file);
  }, [file, take]);

  const read = state.step === 'read' || state.step === 'done' ? state : undefined;
  const added = read?.answer.counts.added ?? 0;
  const gone = read?.answer.goes.count ?? 0;
  const commitName = () => {
    if (gone > 0) return t('words.replaceNow', { added: number(added), gone: number(gone) });
    return added === 0 ? t('words.nothingNew') : t('words.commit', { count: added });
  };
  return (
    <div className="import">
      {read === undefined ? (
        <div className="drop">
          <strong>{t('words.drop')}</strong>
          <p>{t('words.dropText')}</p>
          <Chooser small={false} onFile={(picked) => void take(picked)} />
        </div>
      ) : null}
      <div role="status">
        {state.step === 'reading' ? (
          <p className="import-file">
            <LoaderCircle className="spin" aria-hidden="true" /> {t('words.reading', { name: state.name })}
          </p>
        ) : null}
        <p className="words-error">
          <Trouble state={state} />
        </p>
        {read === undefined ? null : <Brought state={read} />}
        {state.step === 'done' ? <Replaced key={state.uploadId} answer={state.answer} /> : null}
      </div>
      {read === undefined ? null : (
        <>
          <div className="words-line">
            {read.step === 'read' ? (
              <button
                type="button"
                className="btn primary"
                disabled={added === 0 && gone === 0}
                onClick={commit}
              >
                {commitName()}
              </button>
            ) : null}
            <Chooser small onFile={(picked) => void take(picked)} />
          </div>
          {read.step === 'read' ? (
            <ReplaceChoice replace={replace} goes={read.answer.goes} onChoose={chooseReplace} />
          ) : null}
          <ImportLines
            key={`${read.uploadId} ${read.answer.goes.count}`}
            uploadId={read.uploadId}
            answer={read.answer}
          />
        </>
      )}
      {read?.step === 'read' ? (
        <>
          <Defaults options={options} onChoose={choose} />
          <section aria-label={t('words.dryRun')} className="words-below">
            <h3>{t('words.dryRun')}</h3>
            <DryRun
              subject={{ list: { uploadId: read.uploadId, name: read.name, ...options } }}
              onExcept={props.onAllow}
            />
          </section>
        </>
      ) : null}
    </div>
  );
};
