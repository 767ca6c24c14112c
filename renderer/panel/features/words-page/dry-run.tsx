import { History, LoaderCircle, X } from 'lucide-react';
import { useState } from 'react';
import type { CallInput, CallOutput } from '../../../../main/contract/calls.ts';
import { useText } from '../../i18n/index.ts';
import { Segments } from '../../ui/index.ts';
import { DryRunReport } from './dry-run-report.tsx';
import { useAsk } from './use-ask.ts';

/** What is run over the past: drafts, an uploaded list, or with neither all saved rules. */
export type DrySubject = Pick<CallInput<'words:dry-run'>, 'rules' | 'list'>;
type Window = CallInput<'words:dry-run'>['window'];

/** Exceptions that are being weighed, with a way to keep or drop them. */
const Exceptions = (props: {
  readonly words: readonly string[];
  readonly report: CallOutput<'words:dry-run'>;
  readonly onTry: (words: readonly string[]) => void;
  readonly onKeep: (words: readonly string[]) => void;
}) => {
  const { t, number } = useText();
  const [typed, setTyped] = useState('');
  const { words, report } = props;
  const add = (word: string) => {
    if (word.trim() === '') return;
    setTyped('');
    props.onTry([...new Set([...words, word.trim()])]);
  };
  const more = report.suggestions.filter(({ word }) => !words.includes(word)).slice(0, 6);
  return (
    <section className="dry-except" aria-label={t('words.exceptions')}>
      <h4>{t('words.exceptions')}</h4>
      {more.length === 0 ? null : (
        <div className="chips">
          {more.map(({ word, comments }) => (
            <button key={word} type="button" className="chip" onClick={() => add(word)}>
              {t('words.suggested', { word, n: number(comments) })}
            </button>
          ))}
        </div>
      )}
      <div className="words-line">
        <input
          className="field"
          aria-label={t('words.exceptionWord')}
          placeholder={t('words.exceptionWord')}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add(typed);
          }}
        />
        <button type="button" className="btn" onClick={() => add(typed)}>
          {t('words.tryException')}
        </button>
      </div>
      {words.length === 0 ? null : (
        <>
          <div className="chips">
            {words.map((word) => (
              <button
                key={word}
                type="button"
                className="chip"
                data-on="true"
                aria-label={t('words.dropException', { word })}
                onClick={() => props.onTry(words.filter((one) => one !== word))}
              >
                <bdi>{word}</bdi>
                <X aria-hidden="true" />
              </button>
            ))}
          </div>
          <p className="dry-released">
            {t('words.released', { count: report.exceptions.released })}
            <button type="button" className="btn small" onClick={() => props.onKeep(words)}>
              {t('words.keepExceptions')}
            </button>
          </p>
        </>
      )}
    </section>
  );
};

/** Shows what rules would have done to the past, before they are saved. */
export const DryRun = (props: {
  readonly subject: DrySubject;
  readonly onExcept: (words: readonly string[]) => void;
}) => {
  const { t } = useText();
  const ask = useAsk();
  const [window, setWindow] = useState<Window>('hour');
  const [running, setRunning] = useState(false);
  const [words, setWords] = useState<readonly string[]>([]);
  const [report, setReport] = useState<CallOutput<'words:dry-run'> | undefined>(undefined);
  const [ran, setRan] = useState('');
  const now = JSON.stringify(props.subject);

  const run = async (over: Window, exceptions: readonly string[]) => {
    setRunning(true);
    const answer = await ask('words:dry-run', {
      ...props.subject,
      window: over,
      exceptions: [...exceptions],
    });
    setRunning(false);
    if (answer === undefined) return;
    setReport(answer);
    setRan(now);
  };
  const tryWords = (next: readonly string[]) => {
    setWords(next);
    void run(window, next);
  };
  return (
    <div className="dry">
      <div className="words-line">
        <Segments
          label={t('words.window')}
          value={window}
          choices={(['hour', 'day', 'month'] as const).map((value) => ({ value, text: t(`words.${value}`) }))}
          onChoose={(value) => {
            setWindow(value);
            if (report !== undefined) void run(value, words);
          }}
        />
        <button type="button" className="btn" disabled={running} onClick={() => void run(window, words)}>
          {running ? <LoaderCircle className="spin" aria-hidden="true" /> : <History aria-hidden="true" />}
          {t('words.run')}
        </button>
      </div>
      <div role="status" aria-label={t('words.dryRun')} aria-busy={running}>
        {running && report === undefined ? <p className="words-hint">{t('words.running')}</p> : null}
        {report === undefined ? null : (
          <>
            {ran === now ? null : <p className="dry-stale">{t('words.stale')}</p>}
            <DryRunReport report={report} />
            {report.hit === 0 && words.length === 0 ? null : (
              <Exceptions
                words={words}
                report={report}
                onTry={tryWords}
                onKeep={(kept) => {
                  props.onExcept(kept);
                  setWords([]);
                }}
              />
            )}
          </>
        )}
      </div>
    </div>
  );
};
