import { RotateCcw, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { JournalEntry } from '../../../../main/contract/models/action.ts';
import { timeOfDay, useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { clippedText } from '../feed/index.ts';
import { canUndo, undoBar } from '../journal/index.ts';
import { actionText } from '../moderation/index.ts';
import { StatusSign } from './status-sign.tsx';

/** What the table lays out; a longer look back is the business of the history. */
const SHOWN = 300;

const Outcome = ({ entry }: { readonly entry: JournalEntry }) => {
  const { t, local } = useText();
  const { error } = entry;
  if (entry.undoneBy !== undefined) return <span className="quiet">{t('journal.undone')}</span>;
  if (entry.status !== 'failed' || error === undefined)
    return (
      <span className="quiet">
        {entry.status === 'done' && entry.confirmed ? t('journal.confirmed') : t(`journal.${entry.status}`)}
      </span>
    );
  return (
    <span className="journal-error">
      {local(error.text)} {error.remedy === undefined ? null : local(error.remedy)}
      <code>{error.vendor === undefined ? error.code : t('toast.code', { code: error.vendor.code })}</code>
    </span>
  );
};

const EntryButtons = ({ entry }: { readonly entry: JournalEntry }) => {
  const text = useText();
  const { t } = text;
  const { moderation } = usePanel();
  const what = actionText(entry.action, text);
  if (entry.status === 'failed' && entry.undoes === undefined)
    return (
      <button
        type="button"
        className="btn small"
        aria-label={t('journal.retryThis', { what })}
        onClick={() => void moderation.retryEntry(entry)}
      >
        <RotateCcw aria-hidden="true" />
        {t('toast.retry')}
      </button>
    );
  if (canUndo(entry) && entry.undoes === undefined)
    return (
      <button
        type="button"
        className="btn small quiet"
        aria-label={t('journal.undoThis', { what })}
        onClick={() => void moderation.undoEntry(entry)}
      >
        <Undo2 aria-hidden="true" />
        {t('journal.undo')}
      </button>
    );
  const bar = undoBar(entry);
  return bar === 'said' || bar === 'recalled' ? (
    <span className="quiet">{t(`journal.bar.${bar}`)}</span>
  ) : null;
};

const EntryRow = ({ entry }: { readonly entry: JournalEntry }) => {
  const text = useText();
  return (
    <tr data-status={entry.status}>
      <td>
        <StatusSign entry={entry} />
      </td>
      <td className="journal-time">{timeOfDay(entry.at)}</td>
      <td>
        <div className="journal-what" data-undone={entry.undoneBy !== undefined}>
          <bdi>
            {entry.undoes === undefined ? null : `${text.t('journal.undo')}: `}
            {actionText(entry.action, text)}
          </bdi>
        </div>
        {entry.original === undefined ? null : (
          <bdi className="journal-original">{clippedText(entry.original, 200)}</bdi>
        )}
      </td>
      <td>
        <bdi>{entry.roomName}</bdi>
      </td>
      <td>
        <bdi>{entry.actor}</bdi>
      </td>
      <td>
        <Outcome entry={entry} />
      </td>
      <td className="journal-buttons">
        <EntryButtons entry={entry} />
      </td>
    </tr>
  );
};

type Shown = 'all' | 'failed' | 'pending';

/** Who did what, where and when, how it went, and the way back. */
export const JournalPage = () => {
  const { t } = useText();
  const { journal } = usePanel();
  const entries = useStore(journal.entries);
  const [shown, setShown] = useState<Shown>('all');
  const listed = entries.filter((entry) => shown === 'all' || entry.status === shown).slice(0, SHOWN);
  return (
    <main className="page journal-page">
      <div className="page-head">
        <h1>{t('journal.title')}</h1>
        <Segments
          label={t('journal.show')}
          value={shown}
          choices={(['all', 'failed', 'pending'] as const).map((value) => ({
            value,
            text: value === 'all' ? t('filter.all') : t(`journal.${value}`),
          }))}
          onChoose={setShown}
        />
      </div>
      {listed.length === 0 ? (
        <p className="journal-empty">{t(shown === 'all' ? 'journal.empty' : 'journal.none')}</p>
      ) : (
        <table className="journal-table">
          <thead>
            <tr>
              <th>
                <span className="unseen">{t('journal.status')}</span>
              </th>
              <th>{t('journal.when')}</th>
              <th>{t('journal.what')}</th>
              <th>{t('journal.where')}</th>
              <th>{t('journal.who')}</th>
              <th>{t('journal.how')}</th>
              <th>
                <span className="unseen">{t('journal.undo')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      )}
    </main>
  );
};
