import { ContextMenu } from '@base-ui/react/context-menu';
import { ScrollText } from 'lucide-react';
import { type FocusEvent, type MouseEvent, useEffect } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { Segments, useKeptPlaces, usePointerAim } from '../../ui/index.ts';
import { ColumnFrame, ColumnHead, ColumnMenu, partId } from '../deck/index.ts';
import { RowMenu } from '../feed-view/index.ts';
import { chosenEntries, journalChoices, MOST_LISTED, NewEntries } from '../journal/index.ts';
import { EntryLine, entryDomId } from './entry-line.tsx';

const entryAt = (target: EventTarget): string | undefined => {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-entry]') : null;
  return line?.dataset.entry;
};

/** The newest of what was done, with the way back, beside the rooms it was done in. */
export const JournalColumn = ({ id }: { readonly id: string }) => {
  const { t } = useText();
  const { journal, journalPick, desk, deck, clock } = usePanel();
  const entries = useStore(journal.entries);
  const { shown, selected } = useStore(journalPick.state);
  const active = useStore(deck, (state) => state.active === id);
  const { isAimed, letGo, watch } = usePointerAim(clock);
  const chosen = chosenEntries(entries, shown);
  const { rows, ahead } = useKeptPlaces(chosen, { isHeldStill: isAimed, about: shown, known: entries });
  const listed = rows.slice(0, MOST_LISTED);
  /** The keys went to an entry that waits to be drawn: nobody acts on what they do not see. */
  const isUnseen = ahead.some((entry) => entry.id === selected);
  /** A press puts the focus on an entry; the tree keeps it for all of them, but for their buttons. */
  const pick = (event: FocusEvent<HTMLElement> | MouseEvent<HTMLElement>) => {
    const entry = entryAt(event.target);
    if (entry === undefined) return;
    journalPick.select(entry);
    const { target, currentTarget } = event;
    if (target instanceof Element && target.matches('[data-entry]'))
      currentTarget.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (!active || selected === null) return;
    if (isUnseen) letGo();
    document.getElementById(entryDomId(id, selected))?.scrollIntoView({ block: 'nearest' });
  }, [id, active, selected, isUnseen, letGo]);
  const name = t('column.journal');
  return (
    <ColumnFrame id={id} label={name}>
      <ColumnHead name={name}>
        <h2>
          <ScrollText aria-hidden="true" />
          {name}
        </h2>
        <NewEntries count={ahead.length} />
        <span className="column-tools">
          <Segments
            tight
            label={t('journal.show')}
            value={shown}
            choices={journalChoices.map((value) => ({
              value,
              text: value === 'all' ? t('filter.all') : t(`journal.${value}`),
            }))}
            onChoose={journalPick.show}
          />
          <ColumnMenu id={id} label={t('column.more')} closeText={t('column.close')} />
        </span>
      </ColumnHead>
      <ContextMenu.Root>
        <ContextMenu.Trigger
          render={
            <div
              className="journal-list"
              id={partId(id, 'feed')}
              role="tree"
              tabIndex={0}
              aria-label={name}
              aria-activedescendant={selected === null ? undefined : entryDomId(id, selected)}
              onFocus={pick}
              onContextMenu={pick}
              {...watch}
            />
          }
        >
          {listed.map((entry) => (
            <EntryLine
              key={entry.id}
              columnId={id}
              entry={entry}
              selected={active && entry.id === selected}
            />
          ))}
        </ContextMenu.Trigger>
        <RowMenu subject={desk.subject} />
      </ContextMenu.Root>
      {listed.length === 0 ? (
        <p className="held-empty">{t(shown === 'all' ? 'journal.empty' : 'journal.none')}</p>
      ) : null}
    </ColumnFrame>
  );
};
