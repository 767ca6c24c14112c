import { useEffect, useState } from 'react';
import type { Trace } from '../../../../main/contract/models/word-rule.ts';
import { err, type Result } from '../../../../main/contract/result.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { tameText } from '../feed/index.ts';
import { Part } from './fields.tsx';
import { LevelSign } from './level-sign.tsx';
import { MarkedLine } from './marked-line.tsx';
import type { RuleDraft } from './rule-draft.ts';

/** A pause in the typing that long, and the line is tried. */
const PAUSE_MS = 120;
/** Limits of `words:try`. */
const MOST_TEXT = 2_000;
const MOST_NICK = 500;

type Tried = { readonly text: string; readonly nick: string; readonly trace: Result<Trace> };

/** Tries a line as it is typed, by the saved rules or by drafts. */
const useTrace = (text: string, nick: string, rules: readonly RuleDraft[] | undefined) => {
  const { bridge, clock } = usePanel();
  const revision = useTopic('words')?.revision;
  const [tried, setTried] = useState<Tried | undefined>(undefined);
  const drafts = rules === undefined ? '' : JSON.stringify(rules);
  useEffect(() => {
    let wanted = true;
    if (revision === undefined || (text === '' && nick === '')) {
      setTried(undefined);
      return;
    }
    const stop = clock.after(PAUSE_MS, () => {
      const given = drafts === '' ? {} : { rules: JSON.parse(drafts) as RuleDraft[] };
      void bridge.call('words:try', { text, nick, ...given }).then((answer) => {
        if (wanted) setTried({ text, nick, trace: answer.ok ? answer : err(answer.error) });
      });
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [bridge, clock, text, nick, drafts, revision]);
  return tried;
};

const Layers = ({ trace }: { readonly trace: Trace }) => {
  const { t, local } = useText();
  return (
    <ol className="layers">
      {trace.steps.map((step) => (
        <li key={step.layer} data-changed={step.changed}>
          <span className="layer-name">
            {local(step.label)}
            <span className="layer-trust" data-trust={step.confidence}>
              {t(`words.${step.confidence}`)}
            </span>
          </span>
          <bdi className="layer-text">{step.changed ? tameText(step.text) : t('words.unchanged')}</bdi>
        </li>
      ))}
    </ol>
  );
};

const Outcome = ({ tried, trace }: { readonly tried: Tried; readonly trace: Trace }) => {
  const { t, local } = useText();
  const { hits, level } = trace.verdict;
  const inNick = hits.filter((hit) => hit.field === 'nick');
  const inText = hits.filter((hit) => hit.field === 'text');
  return (
    <>
      <div className="outcome" data-level={level}>
        <p className="outcome-line">
          <LevelSign level={level} />
          {tried.nick === '' ? null : (
            <strong>
              <MarkedLine text={tried.nick} hits={inNick} />
            </strong>
          )}
          <MarkedLine text={tried.text} hits={inText} />
        </p>
        <ul className="outcome-why">
          {hits.length === 0 ? <li>{t('words.clean')}</li> : null}
          {trace.explanations.map((why) => (
            <li key={why.en}>{local(why)}</li>
          ))}
        </ul>
      </div>
      <h3>{t('words.layers')}</h3>
      <Layers trace={trace} />
    </>
  );
};

/** A line seen as the rules see it: every layer, and the exact characters that are met. */
export const Tester = (props: { readonly rules?: readonly RuleDraft[] }) => {
  const { t, local } = useText();
  const [text, setText] = useState('');
  const [nick, setNick] = useState('');
  const tried = useTrace(text, nick, props.rules);
  return (
    <div className="tester">
      <div className="tester-fields">
        <Part name={t('words.tryText')}>
          <input
            className="field"
            aria-label={t('words.tryText')}
            placeholder={t('words.tryPlaceholder')}
            maxLength={MOST_TEXT}
            spellCheck={false}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        </Part>
        <Part name={t('words.tryNick')}>
          <input
            className="field"
            aria-label={t('words.tryNick')}
            maxLength={MOST_NICK}
            spellCheck={false}
            autoComplete="off"
            value={nick}
            onChange={(event) => setNick(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        </Part>
      </div>
      <div role="status" aria-label={t('words.result')}>
        {tried === undefined && props.rules === undefined ? (
          <p className="words-hint">{t('words.tryEmpty')}</p>
        ) : null}
        {tried?.trace.ok === true ? <Outcome tried={tried} trace={tried.trace.value} /> : null}
        {tried?.trace.ok === false ? <p className="words-error">{local(tried.trace.error.text)}</p> : null}
      </div>
    </div>
  );
};
