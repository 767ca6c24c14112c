import { useStore } from 'zustand';
import type { Account } from '../../../../main/contract/models/account.ts';
import type { DeckColumn } from '../../../../main/contract/models/deck.ts';
import { assertNever } from '../../../../main/contract/result.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useRoomCount, useTopic } from '../../panel-context.tsx';
import { Unlock } from '../accounts-page/index.ts';
import { HeldColumn } from '../held-column/index.ts';
import { HighlightsColumn } from '../highlights-column/index.ts';
import { JournalColumn } from '../journal-column/index.ts';
import { PersonCard } from '../person-card/index.ts';
import { Column } from './column.tsx';
import { ColumnDrag } from './column-drag.tsx';
import { ColumnSlot } from './column-slot.tsx';
import { type ColumnId, columnIn } from './layout.ts';
import { RoomOpener } from './room-opener.tsx';
import { useColumnNames } from './use-column-names.ts';

/** Accounts that wait for their passphrase, as long as no other account could open a room. */
const waiting = (accounts: readonly Account[]): readonly Account[] => {
  const asked = accounts.filter(
    ({ session }) => session.state === 'locked' && session.needs === 'passphrase',
  );
  return accounts.some(({ session }) => session.state !== 'locked' && session.state !== 'closed')
    ? []
    : asked;
};

const EmptyDeck = () => {
  const { t } = useText();
  const rooms = useRoomCount();
  const locked = waiting(Object.values(useTopic('accounts') ?? {}));
  const known = useTopic('settings') !== undefined && rooms !== undefined;
  if (!known) return <div className="deck-empty" aria-busy="true" />;
  if (locked.length > 0)
    return (
      <div className="deck-empty">
        <h1>{t('deck.lockedTitle')}</h1>
        <p>{t('deck.lockedText')}</p>
        {locked.map((account) => (
          <Unlock key={account.id} account={account} />
        ))}
      </div>
    );
  return (
    <div className="deck-empty">
      <h1>{t('deck.emptyTitle')}</h1>
      <p>{t('deck.emptyText')}</p>
      <RoomOpener withWords />
    </div>
  );
};

const byKind = (column: DeckColumn) => {
  switch (column.kind) {
    case 'room':
      return <Column roomKey={column.id} />;
    case 'held':
      return <HeldColumn />;
    case 'highlights':
      return <HighlightsColumn id={column.id} rules={column.rules} />;
    case 'journal':
      return <JournalColumn id={column.id} />;
    default:
      return assertNever(column);
  }
};

const AnyColumn = ({ id }: { readonly id: ColumnId }) => {
  const { deck } = usePanel();
  const column = useStore(deck, (state) => columnIn(state.layout, id));
  return column === undefined ? null : byKind(column);
};

/** All columns side by side, and whoever is selected at the right. */
export const DeckPage = () => {
  const { t } = useText();
  const { deck } = usePanel();
  const order = useStore(deck, (state) => state.order);
  const nameOf = useColumnNames();
  return (
    <main className="deck" aria-label={t('page.deck')}>
      <ColumnDrag order={order}>
        <div className="columns">
          {order.length === 0 ? <EmptyDeck /> : null}
          {order.map((id, index) => (
            <ColumnSlot
              key={id}
              id={id}
              name={nameOf(id)}
              last={index === order.length - 1}
              alone={order.length === 1}
            >
              <AnyColumn id={id} />
            </ColumnSlot>
          ))}
        </div>
      </ColumnDrag>
      {order.length === 0 ? null : <PersonCard />}
    </main>
  );
};
