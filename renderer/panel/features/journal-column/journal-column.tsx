import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { ColumnFrame, ColumnHead, ColumnMenu, partId } from '../deck/index.ts';
import { EntryLine } from './entry-line.tsx';

/** What a column lays out; the journal's page shows more. */
const SHOWN = 150;
const choices = ['all', 'failed', 'pending'] as const;
type Shown = (typeof choices)[number];

/** The newest of what was done, with the way back, beside the rooms it was done in. */
export const JournalColumn = ({ id }: { readonly id: string }) => {
  const { t } = useText();
  const { journal } = usePanel();
  const entries = useStore(journal.entries);
  const [shown, setShown] = useState<Shown>('all');
  const listed = entries.filter((entry) => shown === 'all' || entry.status === shown).slice(0, SHOWN);
  const name = t('column.journal');
  return (
    <ColumnFrame id={id} label={name}>
      <ColumnHead name={name}>
        <h2>
          <ScrollText aria-hidden="true" />
          {name}
        </h2>
        <span className="column-tools">
          <Segments
            tight
            label={t('journal.show')}
            value={shown}
            choices={choices.map((value) => ({
              value,
              text: value === 'all' ? t('filter.all') : t(`journal.${value}`),
            }))}
            onChoose={setShown}
          />
          <ColumnMenu id={id} label={t('column.more')} closeText={t('column.close')} />
        </span>
      </ColumnHead>
      <div className="journal-list" id={partId(id, 'feed')} tabIndex={-1}>
        {listed.length === 0 ? (
          <p className="held-empty">{t(shown === 'all' ? 'journal.empty' : 'journal.none')}</p>
        ) : (
          <ul aria-label={name}>
            {listed.map((entry) => (
              <EntryLine key={entry.id} entry={entry} />
            ))}
          </ul>
        )}
      </div>
    </ColumnFrame>
  );
};
