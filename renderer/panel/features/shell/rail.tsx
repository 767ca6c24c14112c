import {
  CircleUserRound,
  Columns3,
  DoorOpen,
  Keyboard,
  ScrollText,
  Search,
  Settings,
  ShieldQuestion,
  WholeWord,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { Tip } from '../../ui/index.ts';
import { keyOf } from '../commands/index.ts';
import { RoomOpener, withHeld } from '../deck/index.ts';
import { waitingItems } from '../held/index.ts';
import type { Page } from './shell.ts';

const PageButton = (props: {
  readonly page: Page;
  readonly name: string;
  readonly keys: string;
  readonly children: ReactNode;
}) => {
  const { shell } = usePanel();
  const here = useStore(shell, (state) => state.page === props.page);
  return (
    <Tip text={props.name} keys={props.keys} side="right">
      <a
        href={`#${props.page}`}
        className="rail-link"
        aria-label={props.name}
        aria-current={here ? 'page' : undefined}
        onClick={(event) => {
          event.preventDefault();
          shell.setState({ page: props.page });
        }}
      >
        {props.children}
      </a>
    </Tip>
  );
};

/** How many comments wait for a person; opens and closes their column. */
const HeldButton = () => {
  const { t, number } = useText();
  const { held, deck, shell } = usePanel();
  const known = useTopic('held');
  const state = useStore(held.state);
  const open = useStore(deck, (now) => now.heldOpen);
  const count = waitingItems(known, state).length;
  return (
    <Tip text={t('held.title')} keys={keyOf('heldColumn') ?? ''} side="right">
      <button
        type="button"
        className="icon-btn rail-held"
        aria-pressed={open}
        aria-label={t('held.button', { count })}
        onClick={() => {
          shell.setState({ page: 'deck' });
          deck.setState((now) => withHeld(now, !open), true);
        }}
      >
        <ShieldQuestion aria-hidden="true" />
        {count > 0 ? <span className="rail-count">{count > 99 ? '99+' : number(count)}</span> : null}
      </button>
    </Tip>
  );
};

/** The pages there are. */
export const Rail = () => {
  const { t } = useText();
  const { shell } = usePanel();
  const rooms = useTopic('rooms');
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <PageButton page="deck" name={t('page.deck')} keys={keyOf('goDeck') ?? ''}>
        <Columns3 aria-hidden="true" />
      </PageButton>
      <PageButton page="search" name={t('page.search')} keys={keyOf('goSearch') ?? ''}>
        <Search aria-hidden="true" />
      </PageButton>
      <PageButton page="words" name={t('page.words')} keys={keyOf('goWords') ?? ''}>
        <WholeWord aria-hidden="true" />
      </PageButton>
      <PageButton page="journal" name={t('page.journal')} keys={keyOf('goJournal') ?? ''}>
        <ScrollText aria-hidden="true" />
      </PageButton>
      <PageButton page="rooms" name={t('page.rooms')} keys={keyOf('goRooms') ?? ''}>
        <DoorOpen aria-hidden="true" />
      </PageButton>
      <PageButton page="accounts" name={t('page.accounts')} keys={keyOf('goAccounts') ?? ''}>
        <CircleUserRound aria-hidden="true" />
      </PageButton>
      <PageButton page="settings" name={t('page.settings')} keys={keyOf('goSettings') ?? ''}>
        <Settings aria-hidden="true" />
      </PageButton>
      <span className="rail-rest">
        {rooms === undefined || Object.keys(rooms).length === 0 ? null : (
          <>
            <HeldButton />
            <RoomOpener />
          </>
        )}
        <Tip text={t('keys.title')} keys="?" side="right">
          <button
            type="button"
            className="icon-btn"
            aria-label={t('keys.title')}
            onClick={() => shell.setState({ over: 'cheat-sheet' })}
          >
            <Keyboard aria-hidden="true" />
          </button>
        </Tip>
      </span>
    </nav>
  );
};
