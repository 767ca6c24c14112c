import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { HeldColumn } from '../held-column/index.ts';
import { PersonCard } from '../person-card/index.ts';
import { Column } from './column.tsx';
import { RoomOpener } from './room-opener.tsx';

const EmptyDeck = () => {
  const { t } = useText();
  const known = useTopic('rooms') !== undefined;
  if (!known) return <div className="deck-empty" aria-busy="true" />;
  return (
    <div className="deck-empty">
      <h1>{t('deck.emptyTitle')}</h1>
      <p>{t('deck.emptyText')}</p>
      <RoomOpener withWords />
    </div>
  );
};

/** All open rooms side by side, and whoever is selected at the right. */
export const DeckPage = () => {
  const { t } = useText();
  const { deck } = usePanel();
  const order = useStore(deck, (state) => state.order);
  const heldOpen = useStore(deck, (state) => state.heldOpen);
  return (
    <main className="deck" aria-label={t('page.deck')}>
      <div className="columns">
        {order.length === 0 ? <EmptyDeck /> : null}
        {order.map((roomKey) => (
          <Column key={roomKey} roomKey={roomKey} alone={order.length === 1 && !heldOpen} />
        ))}
        {heldOpen && order.length > 0 ? <HeldColumn /> : null}
      </div>
      {order.length === 0 ? null : <PersonCard />}
    </main>
  );
};
