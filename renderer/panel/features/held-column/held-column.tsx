import { X } from 'lucide-react';
import { type FocusEvent, useEffect } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { useKeptPlaces, useNow, usePointerAim } from '../../ui/index.ts';
import { ColumnFrame, ColumnHead, HELD_COLUMN, partId } from '../deck/index.ts';
import { fateOf, waitingItems } from '../held/index.ts';
import { HeldRow, itemDomId } from './held-row.tsx';

/**
 * Every comment that waits for a person, over all rooms, the longest waiting at the top. While the pointer is over them
 * none takes the place of another, so that a press meets what was read.
 */
export const HeldColumn = () => {
  const { t, number } = useText();
  const { held, deck, columns, clock } = usePanel();
  const known = useTopic('held');
  const state = useStore(held.state);
  const active = useStore(deck, (now) => now.active === HELD_COLUMN);
  const queue = waitingItems(known, state);
  const now = useNow(clock, 1_000, queue.length > 0);
  const { isAimed, watch } = usePointerAim(clock);
  const { rows } = useKeptPlaces(queue, { isHeldStill: isAimed });
  const waiting = new Set(queue.map(({ id }) => id));

  /** A press puts the focus on an item; the tree takes it back, for an item may be decided in a second. */
  const pick = (event: FocusEvent<HTMLDivElement>) => {
    const id = event.target.dataset.held;
    if (id === undefined) return;
    held.select(id);
    event.currentTarget.focus({ preventScroll: true });
  };

  useEffect(() => {
    if (state.selected === null) return;
    document.getElementById(itemDomId(state.selected))?.scrollIntoView({ block: 'nearest' });
  }, [state.selected]);

  return (
    <ColumnFrame id={HELD_COLUMN} className="held-column" label={t('held.title')}>
      <ColumnHead name={t('held.title')}>
        <h2>{t('held.title')}</h2>
        <span className="held-count" data-some={queue.length > 0}>
          {number(queue.length)}
        </span>
        <span className="column-tools">
          <button
            type="button"
            className="icon-btn"
            aria-label={t('held.close')}
            title={t('held.close')}
            onClick={columns.toggleHeld}
          >
            <X aria-hidden="true" />
          </button>
        </span>
      </ColumnHead>
      <div
        id={partId(HELD_COLUMN, 'feed')}
        className="held-list"
        role="tree"
        tabIndex={0}
        aria-label={t('held.title')}
        aria-activedescendant={state.selected === null ? undefined : itemDomId(state.selected)}
        onFocus={pick}
        {...watch}
      >
        {rows.map((one) => (
          <HeldRow
            key={one.id}
            held={one}
            fate={waiting.has(one.id) ? undefined : fateOf(state, one.id)}
            selected={active && one.id === state.selected}
            now={now}
          />
        ))}
      </div>
      {rows.length === 0 ? <p className="held-empty">{t('held.empty')}</p> : null}
    </ColumnFrame>
  );
};
