import { useEffect, useState } from 'react';
import type { LineFate, LineReport } from '../../../../main/contract/models/word-rule.ts';
import { useText } from '../../i18n/index.ts';
import { clippedText } from '../feed/index.ts';
import { fateKind, fatesMet, type ImportAnswer } from './read-list.ts';
import { useAsk } from './use-ask.ts';

const LINES = 200;
const MOST_TEXT = 160;

type Lines = { readonly lines: readonly LineReport[]; readonly total: number };

const LineRow = ({ report }: { readonly report: LineReport }) => {
  const { t, local, number } = useText();
  return (
    <tr data-kind={fateKind(report.fate)}>
      <td className="line-number">{number(report.line)}</td>
      <td>
        <bdi className="line-text">{clippedText(report.text, MOST_TEXT)}</bdi>
      </td>
      <td>
        <span className="line-fate">{t(`words.fate.${report.fate}`)}</span>
        {report.reason === undefined ? null : <span className="words-hint">{local(report.reason)}</span>}
      </td>
    </tr>
  );
};

/** What becomes of each line of a list; by fate, those that need a look first. */
export const ImportLines = (props: { readonly uploadId: string; readonly answer: ImportAnswer }) => {
  const { t, number } = useText();
  const ask = useAsk();
  const met = fatesMet(props.answer.counts);
  const [fate, setFate] = useState<LineFate | undefined>(
    () => met.find((one) => fateKind(one.fate) === 'bad')?.fate,
  );
  const [shown, setShown] = useState<Lines>({ lines: [], total: 0 });
  const { uploadId, answer } = props;
  const fates = fate === undefined ? {} : { fates: [fate] };

  // The report is another one when the list was read again with other options.
  useEffect(() => {
    let wanted = true;
    const wish = { uploadId, offset: 0, limit: LINES, ...(fate !== undefined && { fates: [fate] }) };
    if (answer.counts.added >= 0)
      void ask('words:import-lines', wish).then((lines) => {
        if (wanted && lines !== undefined) setShown(lines);
      });
    return () => {
      wanted = false;
    };
  }, [ask, uploadId, fate, answer]);

  const more = async () => {
    const next = await ask('words:import-lines', {
      uploadId,
      offset: shown.lines.length,
      limit: LINES,
      ...fates,
    });
    if (next !== undefined) setShown({ lines: [...shown.lines, ...next.lines], total: next.total });
  };

  return (
    <>
      <fieldset className="chips fates">
        <legend className="unseen">{t('words.fates')}</legend>
        {met.map((one) => (
          <button
            key={one.fate}
            type="button"
            className="chip"
            data-kind={fateKind(one.fate)}
            aria-pressed={fate === one.fate}
            onClick={() => setFate(one.fate)}
          >
            {t(`words.fate.${one.fate}`)} <strong>{number(one.count)}</strong>
          </button>
        ))}
        <button
          type="button"
          className="chip"
          aria-pressed={fate === undefined}
          onClick={() => setFate(undefined)}
        >
          {t('words.everyLine')}
        </button>
      </fieldset>
      <table className="line-table">
        <thead>
          <tr>
            <th>{t('words.line')}</th>
            <th>{t('words.lineText')}</th>
            <th>{t('words.lineFate')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.lines.map((report) => (
            <LineRow key={`${report.line}:${report.fate}:${report.text}`} report={report} />
          ))}
        </tbody>
      </table>
      {shown.lines.length < shown.total ? (
        <button type="button" className="btn small" onClick={() => void more()}>
          {t('words.moreLines')}
        </button>
      ) : null}
    </>
  );
};
