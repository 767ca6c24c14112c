import { FileDown, ShieldCheck, ShieldX } from 'lucide-react';
import { useState } from 'react';
import type { AppError } from '../../../../main/contract/app-error.ts';
import type { CallOutput } from '../../../../main/contract/calls.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { saveFile } from './save-file.ts';

type Format = 'csv' | 'jsonl';

const mimeTypes = { csv: 'text/csv;charset=utf-8', jsonl: 'application/x-ndjson' } as const;

const stamp = (now: number): string => new Date(now).toISOString().slice(0, 19).replaceAll(/[:T]/g, '-');

/** Takes a file of the journal along, piece by piece, so that no answer is larger than a page. */
const useExport = () => {
  const { bridge, clock, lookUp, toasts } = usePanel();
  const [saving, setSaving] = useState<Format | undefined>(undefined);
  const collect = async (format: Format): Promise<void> => {
    const filter = format === 'csv' ? lookUp.filter() : {};
    const pieces: string[] = [];
    let next: string | undefined;
    do {
      const answer = await bridge.call('journal:export', {
        format,
        filter,
        ...(next === undefined ? {} : { next }),
      });
      if (!answer.ok) {
        return toasts.show({
          title: ({ t }) => t('failed.export'),
          troubles: [{ where: undefined, error: answer.error }],
          retry: () => save(format),
        });
      }
      pieces.push(answer.value.piece);
      next = answer.value.next;
    } while (next !== undefined);
    saveFile(`livedeck-journal-${stamp(clock.now())}.${format}`, mimeTypes[format], pieces);
  };
  const save = (format: Format) => {
    setSaving(format);
    void collect(format).finally(() => setSaving(undefined));
  };
  return { saving, save };
};

type Verdict =
  | { readonly ok: true; readonly value: CallOutput<'journal:verify'> }
  | { readonly ok: false; readonly error: AppError };

const ChainVerdict = ({ verdict }: { readonly verdict: Verdict }) => {
  const { t, local, number } = useText();
  if (!verdict.ok)
    return (
      <p className="chain-verdict" data-intact="false" role="alert">
        <ShieldX aria-hidden="true" />
        <strong>{t('journal.broken')}</strong> {local(verdict.error.text)}
      </p>
    );
  const { entries, events, head } = verdict.value;
  return (
    <p className="chain-verdict" data-intact="true" role="status">
      <ShieldCheck aria-hidden="true" />
      {t('journal.intact', { count: entries, events: number(events) })}
      <code title={head}>{t('journal.head', { head: head.slice(0, 16) })}</code>
    </p>
  );
};

/** Saves the journal, and checks that nobody has changed it. */
export const JournalTools = () => {
  const { t } = useText();
  const { bridge } = usePanel();
  const { saving, save } = useExport();
  const [verdict, setVerdict] = useState<Verdict | 'checking' | undefined>(undefined);
  const verify = async () => {
    setVerdict('checking');
    setVerdict(await bridge.call('journal:verify', {}));
  };
  return (
    <div className="journal-tools">
      {(['csv', 'jsonl'] as const).map((format) => (
        <button
          key={format}
          type="button"
          className="btn small"
          title={t(`journal.${format}Hint`)}
          disabled={saving !== undefined}
          onClick={() => save(format)}
        >
          <FileDown aria-hidden="true" />
          {saving === format ? t('journal.saving') : t(`journal.${format}`)}
        </button>
      ))}
      <button
        type="button"
        className="btn small"
        disabled={verdict === 'checking'}
        onClick={() => void verify()}
      >
        <ShieldCheck aria-hidden="true" />
        {verdict === 'checking' ? t('journal.verifying') : t('journal.verify')}
      </button>
      {verdict === undefined || verdict === 'checking' ? null : <ChainVerdict verdict={verdict} />}
    </div>
  );
};
