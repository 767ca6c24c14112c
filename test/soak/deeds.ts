import { z } from 'zod';
import type { Action } from '../../main/contract/models/action.ts';
import { commentSchema } from '../../main/contract/models/feed-item.ts';
import type { PanelClient } from '../support/panel-client.ts';
import type { SureCall } from '../support/typed-call.ts';

/** Whoever says what the latency is read from must not be muted for it. */
export const PROBER = 'prober';

const batchSchema = z.object({
  roomKey: z.string(),
  items: z.array(z.unknown()),
});

type Person = { readonly userId: string; readonly nick: string };
/** Somebody who has just spoken. */
type Speaker = { readonly roomKey: string; readonly person: Person; readonly itemId: string };
type Deed = { readonly roomKey: string; readonly action: Action };

type Kind = (speaker: Speaker, turn: number) => Deed;
const hide: Kind = ({ roomKey, person, itemId }) => ({
  roomKey,
  action: { type: 'hide-comment', ...person, itemId },
});

/** What a VJ does in the course of an evening, one after the other. */
const createKinds = (): readonly Kind[] => {
  /** Whoever is hidden is shown again: with ever more hidden people the panel's rows would not stay the same. */
  const hidden: Omit<Speaker, 'itemId'>[] = [];
  return [
    hide,
    ({ roomKey, person }) => ({ roomKey, action: { type: 'mute', ...person, seconds: 5 } }),
    ({ roomKey, person }) => {
      hidden.push({ roomKey, person });
      return { roomKey, action: { type: 'hide-user', ...person } };
    },
    ({ roomKey }, turn) => ({ roomKey, action: { type: 'notice', text: `Notice ${turn}` } }),
    (speaker) => {
      const { roomKey, person } = hidden.shift() ?? speaker;
      return { roomKey, action: { type: 'show-user', ...person } };
    },
    ({ roomKey, person }) => ({
      roomKey,
      action: { type: 'warn', ...person, text: 'Calm down, please.', to: 'room' },
    }),
  ];
};

/** Acts on what came lately; what was heard before is let go, or this very test would be what grows. */
export const createDeeds = (client: PanelClient, call: SureCall) => {
  const kinds = createKinds();
  let turn = 0;
  const act = async (count: number, among: readonly Kind[]): Promise<number> => {
    const heard = client.heard.splice(0);
    const comments = heard.flatMap(({ event, payload }) => {
      if (event !== 'feed:batch') return [];
      const { roomKey, items } = batchSchema.parse(payload);
      return items.flatMap((item) => {
        const comment = commentSchema.safeParse(item);
        if (!comment.success || comment.data.person.userId === PROBER) return [];
        return [{ roomKey, comment: comment.data }];
      });
    });
    const aims = comments.slice(-count);
    for (const { roomKey, comment } of aims) {
      const make = among[turn % among.length];
      turn += 1;
      if (make === undefined) continue;
      const { userId, nick } = comment.person;
      const deed = make({ roomKey, person: { userId, nick }, itemId: comment.id }, turn);
      await call('moderation:act', { action: deed.action, rooms: [deed.roomKey], reason: 'soak' });
    }
    return aims.length;
  };
  return {
    /** Answers how many deeds there was somebody for. */
    act: (count: number) => act(count, kinds),
    hide: (count: number) => act(count, [hide]),
  };
};
export type Deeds = ReturnType<typeof createDeeds>;
