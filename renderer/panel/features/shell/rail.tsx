import {
  CircleUserRound,
  Clapperboard,
  Columns3,
  DoorOpen,
  Keyboard,
  Layers,
  ScrollText,
  Search,
  Settings,
  ShieldQuestion,
  WholeWord,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel, useRoomCount, useTopic } from '../../panel-context.tsx';
import { type CommandId, CommandTip } from '../commands/index.ts';
import { heldIsOpen, RoomOpener } from '../deck/index.ts';
import { waitingItems } from '../held/index.ts';
import { obsAir } from '../obs-page/index.ts';
import type { Page } from './shell.ts';

const PageButton = (props: {
  readonly page: Page;
  readonly name: string;
  readonly command: CommandId;
  readonly children: ReactNode;
}) => {
  const { shell } = usePanel();
  const here = useStore(shell, (state) => state.page === props.page);
  return (
    <CommandTip text={props.name} command={props.command} side="right">
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
    </CommandTip>
  );
};

/** How many comments wait for a person; opens and closes their column. */
const HeldButton = () => {
  const { t, number } = useText();
  const { held, deck, columns, shell } = usePanel();
  const known = useTopic('held');
  const state = useStore(held.state);
  const open = useStore(deck, heldIsOpen);
  const count = waitingItems(known, state).length;
  return (
    <CommandTip text={t('held.title')} command="heldColumn" side="right">
      <button
        type="button"
        className="icon-btn rail-held"
        aria-pressed={open}
        aria-label={t('held.button', { count })}
        onClick={() => {
          shell.setState({ page: 'deck' });
          columns.toggleHeld();
        }}
      >
        <ShieldQuestion aria-hidden="true" />
        {count > 0 ? <span className="rail-count">{count > 99 ? '99+' : number(count)}</span> : null}
      </button>
    </CommandTip>
  );
};

/** OBS's page, with a lamp while we are on its picture and a mark where it is not to be reached. */
const ObsButton = () => {
  const { t } = useText();
  const air = obsAir(useTopic('obs'));
  const name = air === 'off' ? t('page.obs') : t(`obs.rail.${air}`);
  return (
    <PageButton page="obs" name={name} command="goObs">
      <Clapperboard aria-hidden="true" />
      <span className="rail-lamp" data-air={air} aria-hidden="true" />
    </PageButton>
  );
};

/** The pages there are. */
export const Rail = () => {
  const { t } = useText();
  const { shell } = usePanel();
  const rooms = useRoomCount() ?? 0;
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <PageButton page="deck" name={t('page.deck')} command="goDeck">
        <Columns3 aria-hidden="true" />
      </PageButton>
      <PageButton page="search" name={t('page.search')} command="goSearch">
        <Search aria-hidden="true" />
      </PageButton>
      <PageButton page="words" name={t('page.words')} command="goWords">
        <WholeWord aria-hidden="true" />
      </PageButton>
      <PageButton page="overlay" name={t('page.overlay')} command="goOverlay">
        <Layers aria-hidden="true" />
      </PageButton>
      <ObsButton />
      <PageButton page="journal" name={t('page.journal')} command="goJournal">
        <ScrollText aria-hidden="true" />
      </PageButton>
      <PageButton page="rooms" name={t('page.rooms')} command="goRooms">
        <DoorOpen aria-hidden="true" />
      </PageButton>
      <PageButton page="accounts" name={t('page.accounts')} command="goAccounts">
        <CircleUserRound aria-hidden="true" />
      </PageButton>
      <PageButton page="settings" name={t('page.settings')} command="goSettings">
        <Settings aria-hidden="true" />
      </PageButton>
      <span className="rail-rest">
        {rooms === 0 ? null : (
          <>
            <HeldButton />
            <RoomOpener />
          </>
        )}
        <CommandTip text={t('keys.title')} command="cheatSheet" side="right">
          <button
            type="button"
            className="icon-btn"
            aria-label={t('keys.title')}
            onClick={() => shell.setState({ over: 'cheat-sheet' })}
          >
            <Keyboard aria-hidden="true" />
          </button>
        </CommandTip>
      </span>
    </nav>
  );
};
