import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { JournalEntry } from '../../../../main/contract/models/action.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { useKeptPlaces, usePointerAim } from '../../ui/index.ts';
import { NewEntries, noAsk } from '../journal/index.ts';
import { EntryRow } from './entry-row.tsx';
import { JournalFields } from './journal-fields.tsx';
import { JournalTools } from './journal-tools.tsx';

const Count = () => {
  const { t, local, number } = useText();
  const { entries, more, error } = useStore(usePanel().lookUp.state);
  if (error !== undefined)
    return (
      <p className="journal-count" role="alert">
        <strong>{t('failed.journal')}</strong> {local(error.text)}
      </p>
    );
  return (
    <p className="journal-count quiet" role="status">
      {more
        ? t('journal.countMore', { n: number(entries.length) })
        : t('journal.count', { count: entries.length })}
    </p>
  );
};

const noEntries: readonly JournalEntry[] = [];

/** The entries of each act that has several. */
const useGroups = (entries: readonly JournalEntry[]) =>
  useMemo(() => Map.groupBy(entries, ({ group, id }) => group ?? id), [entries]);

/** The entries to draw: while the pointer is over them they stand as they stood, each as it is now. */
const useStillEntries = (isHeldStill: boolean) => {
  const { lookUp, journal } = usePanel();
  const { entries, readBy } = useStore(lookUp.state);
  const newest = useStore(journal.entries, (all) => (isHeldStill ? all : noEntries));
  const known = useMemo(() => [...entries, ...newest], [entries, newest]);
  return useKeptPlaces(entries, { isHeldStill, about: readBy, known });
};

const Table = () => {
  const { t } = useText();
  const { isAimed, watch } = usePointerAim(usePanel().clock);
  const { rows, ahead } = useStillEntries(isAimed);
  const groups = useGroups(rows);
  return (
    <table className="journal-table">
      <thead>
        <tr>
          <th>
            <span className="unseen">{t('journal.status')}</span>
          </th>
          <th>{t('journal.when')}</th>
          <th>
            {t('journal.what')}
            <NewEntries count={ahead.length} />
          </th>
          <th>{t('journal.where')}</th>
          <th>{t('journal.who')}</th>
          <th>{t('journal.how')}</th>
          <th>
            <span className="unseen">{t('journal.undo')}</span>
          </th>
        </tr>
      </thead>
      <tbody {...watch}>
        {rows.map((entry) => (
          <EntryRow key={entry.id} entry={entry} group={groups.get(entry.group ?? entry.id) ?? noEntries} />
        ))}
      </tbody>
    </table>
  );
};

/** Who did what, where and when, how it went, and the way back. */
export const JournalPage = () => {
  const { t } = useText();
  const { lookUp } = usePanel();
  const { entries, more, reading, ask, error } = useStore(lookUp.state);
  useEffect(() => lookUp.follow(), [lookUp]);
  const asking = ask !== noAsk && JSON.stringify(ask) !== JSON.stringify(noAsk);
  const empty = entries.length === 0 && !reading && error === undefined;
  return (
    <main className="page journal-page">
      <div className="page-head">
        <h1>{t('journal.title')}</h1>
        <JournalTools />
      </div>
      <JournalFields />
      {empty ? (
        <p className="journal-empty">{t(asking ? 'journal.noMatch' : 'journal.empty')}</p>
      ) : (
        <>
          <Count />
          <Table />
          {more ? (
            <button type="button" className="btn small journal-older" onClick={lookUp.older}>
              {t('journal.older')}
            </button>
          ) : null}
        </>
      )}
    </main>
  );
};
