import { Check, X } from 'lucide-react';
import type { HeldItem } from '../../../../main/contract/models/held.ts';
import { countdownText, timeOfDay, useText } from '../../i18n/index.ts';
import { usePanel, useRoom } from '../../panel-context.tsx';
import { KeyHint } from '../commands/index.ts';
import { MarkedWords, Nick, RoleBadge } from '../feed-view/index.ts';
import type { Fate } from '../held/index.ts';

export const itemDomId = (id: string): string => `held-item:${encodeURIComponent(id)}`;

const TimeLeft = ({ held, now }: { readonly held: HeldItem; readonly now: number }) => {
  const { t } = useText();
  if (held.deadline === null) return null;
  return <span className="held-left">{t('held.left', { left: countdownText(held.deadline - now) })}</span>;
};

const WhyHeld = ({ held }: { readonly held: HeldItem }) => {
  const { t, local } = useText();
  const why = held.item.verdict.hits.find((hit) => hit.level === 'hold' && hit.why !== undefined)?.why;
  return <span className="held-why">{why === undefined ? t('verdict.hold') : local(why)}</span>;
};

const Buttons = ({ held }: { readonly held: HeldItem }) => {
  const { t } = useText();
  const { held: service } = usePanel();
  return (
    <>
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
    </>
  );
};

/** One comment that waits; one with a fate waits no longer and only keeps its place. */
export const HeldRow = (props: {
  readonly held: HeldItem;
  readonly fate: Fate | undefined;
  readonly selected: boolean;
  readonly now: number;
}) => {
  const { t } = useText();
  const room = useRoom(props.held.roomKey);
  const { held, fate } = props;
  return (
    <div
      id={itemDomId(held.id)}
      className="held-row"
      role="treeitem"
      tabIndex={-1}
      aria-selected={props.selected}
      aria-disabled={fate === undefined ? undefined : true}
      data-held={fate === undefined ? held.id : undefined}
    >
      <p className="held-meta">
        <time>{timeOfDay(held.item.at)}</time>
        <bdi className="held-room">{room?.name ?? held.roomKey}</bdi>
        {fate === undefined ? <TimeLeft held={held} now={props.now} /> : null}
      </p>
      <p className="held-said">
        <Nick person={held.item.person} />
        <RoleBadge role={held.item.person.role} />
        <MarkedWords comment={held.item} />
      </p>
      <div className="held-foot">
        {fate === undefined ? (
          <>
            <WhyHeld held={held} />
            <Buttons held={held} />
          </>
        ) : (
          <span className="held-fate">{fate === 'deciding' ? null : t(`held.fate.${fate}`)}</span>
        )}
      </div>
    </div>
  );
};
