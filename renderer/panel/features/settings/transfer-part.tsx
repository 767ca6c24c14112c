import { Download, FileUp, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { defaultSettings, type Settings } from '../../../../main/contract/models/settings.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { commandIds } from '../commands/index.ts';
import { saveAs } from './save-as.ts';
import { settingLines } from './setting-list.ts';
import { type Change, patchOfChanges, type ReadSettings, readSettings, writeSettings } from './transfer.ts';

/** A file of settings is small; anything larger is another file. */
const MOST_BYTES = 1_000_000;
const SHOWN_LETTERS = 60;

const commands: ReadonlySet<string> = new Set(commandIds);

const shortValue = (value: unknown): string => {
  const text = JSON.stringify(value) ?? '';
  return text.length > SHOWN_LETTERS ? `${text.slice(0, SHOWN_LETTERS)}…` : text;
};

const ChangeLine = ({ change }: { readonly change: Change }) => {
  const { t } = useText();
  const line = settingLines.find((one) => (one.fields as readonly string[]).includes(change.field));
  const other = change.field === 'keys' ? t('settings.section.keys') : change.field;
  return (
    <li>
      <strong>{line === undefined ? other : t(line.title)}</strong> <code>{shortValue(change.before)}</code> →{' '}
      <code>{shortValue(change.after)}</code>
    </li>
  );
};

const Preview = (props: {
  readonly read: ReadSettings;
  readonly onTake: (changes: readonly Change[]) => void;
  readonly onCancel: () => void;
}) => {
  const { t } = useText();
  const { read } = props;
  if (!read.ok) return <p role="alert">{t(`settings.import.${read.why}`)}</p>;
  return (
    <div className="settings-preview" role="status">
      <p>{t('settings.import.changes', { count: read.changes.length })}</p>
      <ul>
        {read.changes.map((change) => (
          <ChangeLine key={change.field} change={change} />
        ))}
      </ul>
      {read.refused.length === 0 ? null : (
        <>
          <p className="key-trouble">{t('settings.import.refused', { count: read.refused.length })}</p>
          <ul>
            {read.refused.map(({ where, why }) => (
              <li key={`${where} ${why}`}>
                <code>{where}</code> {t(`settings.import.${why}`)}
              </li>
            ))}
          </ul>
        </>
      )}
      <span className="settings-preview-ways">
        {read.changes.length === 0 ? null : (
          <button type="button" className="btn small primary" onClick={() => props.onTake(read.changes)}>
            {t('settings.import.take')}
          </button>
        )}
        <button type="button" className="btn small" onClick={props.onCancel}>
          {t('common.cancel')}
        </button>
      </span>
    </div>
  );
};

/** Settings out to a file, in from one with a look first, and back to the usual ones; the last change can be undone. */
export const TransferPart = () => {
  const { t } = useText();
  const { settings: control } = usePanel();
  const settings = useTopic('settings') ?? defaultSettings;
  const [read, setRead] = useState<ReadSettings>();
  const [before, setBefore] = useState<Settings>();
  const change = (patch: Partial<Settings>) => {
    setBefore(settings);
    setRead(undefined);
    control.change(patch);
  };
  const open = async (file: File | undefined) => {
    if (file === undefined) return;
    setRead(
      file.size > MOST_BYTES
        ? { ok: false, why: 'not-settings' }
        : readSettings(await file.text(), settings, commands),
    );
  };
  return (
    <>
      <div className="setting">
        <div className="setting-words">
          <h3>{t('settings.file')}</h3>
          <p>{t('settings.fileHint')}</p>
        </div>
        <div className="setting-control">
          <button
            type="button"
            className="btn small"
            onClick={() => saveAs('livedeck-settings.json', writeSettings(settings))}
          >
            <Download aria-hidden="true" />
            {t('settings.export')}
          </button>
          <label className="btn small file-label">
            <FileUp aria-hidden="true" />
            {t('settings.import')}
            <input
              className="unseen"
              type="file"
              accept="application/json,.json"
              onChange={(event) => {
                void open(event.currentTarget.files?.[0]);
                event.currentTarget.value = '';
              }}
            />
          </label>
          <button type="button" className="btn small" onClick={() => change(defaultSettings)}>
            <RotateCcw aria-hidden="true" />
            {t('settings.resetAll')}
          </button>
        </div>
      </div>
      {read === undefined ? null : (
        <Preview
          read={read}
          onTake={(changes) => change(patchOfChanges(changes))}
          onCancel={() => setRead(undefined)}
        />
      )}
      <p role="status" className="settings-undo">
        {before === undefined ? null : (
          <>
            {t('settings.changedAll')}{' '}
            <button
              type="button"
              className="btn small"
              onClick={() => {
                control.change(before);
                setBefore(undefined);
              }}
            >
              {t('journal.undo')}
            </button>
          </>
        )}
      </p>
    </>
  );
};
