import { ClipboardCopy, Download } from 'lucide-react';
import { useState } from 'react';
import type { AppError } from '../../../../main/contract/app-error.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { saveAs } from './save-as.ts';

type State =
  | { readonly at: 'idle' | 'copied' | 'shown'; readonly text?: string }
  | { readonly at: 'failed'; readonly error: AppError };

/** A report for whoever helps, and where the data lies. */
export const HelpPart = () => {
  const { t, local } = useText();
  const { bridge, copy: toClipboard } = usePanel();
  const [state, setState] = useState<State>({ at: 'idle' });
  const [folder, setFolder] = useState<string>();

  const copy = async () => {
    const answer = await bridge.call('app:diagnostics', {});
    if (!answer.ok) return setState({ at: 'failed', error: answer.error });
    const { report } = answer.value;
    // The clipboard may be refused; the text is there to be read and saved all the same.
    setState({ at: (await toClipboard(report)) ? 'copied' : 'shown', text: report });
  };
  const showFolder = async () => {
    const answer = await bridge.call('app:diagnostics', {});
    if (answer.ok) setFolder(answer.value.dataDir);
    else setState({ at: 'failed', error: answer.error });
  };
  const text = 'text' in state ? state.text : undefined;

  return (
    <>
      <div className="setting">
        <div className="setting-words">
          <h3>{t('settings.report')}</h3>
          <p>{t('settings.reportHint')}</p>
        </div>
        <div className="setting-control">
          <span role="status">{state.at === 'copied' ? t('settings.reportCopied') : null}</span>
          {text === undefined ? null : (
            <button type="button" className="btn small" onClick={() => saveAs('livedeck-report.txt', text)}>
              <Download aria-hidden="true" />
              {t('settings.reportSave')}
            </button>
          )}
          <button type="button" className="btn small" onClick={() => void copy()}>
            <ClipboardCopy aria-hidden="true" />
            {t('settings.reportCopy')}
          </button>
        </div>
      </div>
      {state.at === 'failed' ? (
        <p role="alert">
          <strong>{t('settings.reportFailed')}</strong> {local(state.error.text)}
        </p>
      ) : null}
      {text === undefined ? null : (
        <textarea
          className="field report-text"
          readOnly
          rows={10}
          aria-label={t('settings.report')}
          value={text}
        />
      )}
      <div className="setting">
        <div className="setting-words">
          <h3>{t('settings.folder')}</h3>
          <p>{t('settings.folderHint')}</p>
          {folder === undefined ? null : <code className="folder-path">{folder}</code>}
        </div>
        <div className="setting-control">
          {folder === undefined ? (
            <button type="button" className="btn small" onClick={() => void showFolder()}>
              {t('settings.folderShow')}
            </button>
          ) : null}
        </div>
      </div>
    </>
  );
};
