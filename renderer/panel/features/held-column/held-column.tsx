import { Check, X } from 'lucide-react';
import { type FocusEvent, useEffect } from 'react';
import { useStore } from 'zustand';
import type { HeldItem } from '../../../../main/contract/models/held.ts';
import { countdownText, timeOfDay, useText } from '../../i18n/index.ts';
import { usePanel, useRoom, useTopic } from '../../panel-context.tsx';
import { useNow } from '../../ui/index.ts';
import { KeyHint } from '../commands/index.ts';
import { ColumnFrame, ColumnHead, HELD_COLUMN, partId } from '../deck/index.ts';
import { MarkedWords, Nick, RoleBadge } from '../feed-view/index.ts';
import { waitingItems } from '../held/index.ts';

const itemDomId = (id: string): string => `held-item:${encodeURIComponent(id)}`;

const TimeLeft = ({ held, now }: { readonly held: HeldItem; readonly now: number }) => {
  const { t } = useText();
  if (held.deadline === null) return null;
  return <span className="held-left">{t('held.left', { left: countdownText(held.deadline - now) })}</span>;
};

const HeldRow = (props: { readonly held: HeldItem; readonly selected: boolean; readonly now: number }) => {
  const { t, local } = useText();
  const { held: service } = usePanel();
  const room = useRoom(props.held.roomKey);
  const { held } = props;
  const why = held.item.verdict.hits.find((hit) => hit.level === 'hold' && hit.why !== undefined)?.why;
  return (
    <div
      id={itemDomId(held.id)}
      className="held-row"
      role="treeitem"
      tabIndex={-1}
      aria-selected={props.selected}
      data-held={held.id}
    >
      <p className="held-meta">
        <time>{timeOfDay(held.item.at)}</time>
        <bdi className="held-room">{room?.name ?? held.roomKey}</bdi>
        <TimeLeft held={held} now={props.now} />
      </p>
      <p className="held-said">
        <Nick person={held.item.person} />
        <RoleBadge role={held.item.person.role} />
        <MarkedWords comment={held.item} />
      </p>
      <div className="held-foot">
        <span className="held-why">{why === undefined ? t('verdict.hold') : local(why)}</span>
        <button
          type="button"
          className="btn small held-approve"
          tabIndex={-1}
          onClick={() => service.decide([held], 'approve')}
        >
          <Check aria-hidden="true" />
          {t('held.approve')}
          <KeyHint command="approve" />
        </button>
        <button
          type="button"
          className="btn small danger"
          tabIndex={-1}
          onClick={() => service.decide([held], 'deny')}
        >
          <X aria-hidden="true" />
          {t('held.deny')}
          <KeyHint command="deny" />
        </button>
      </div>
    </div>
  );
};

/** Every comment that waits for a person, over all rooms, the longest waiting at the top. */
export const HeldColumn = () => {
  const { t, number } = useText();
  const { held, deck, columns, clock } = usePanel();
  const known = useTopic('held');
  const state = useStore(held.state);
  const active = useStore(deck, (now) => now.active === HELD_COLUMN);
  const queue = waitingItems(known, state);
  const now = useNow(clock, 1_000, queue.length > 0);

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
      >
        {queue.map((one) => (
          <HeldRow key={one.id} held={one} selected={active && one.id === state.selected} now={now} />
        ))}
      </div>
      {queue.length === 0 ? <p className="held-empty">{t('held.empty')}</p> : null}
    </ColumnFrame>
  );
};
