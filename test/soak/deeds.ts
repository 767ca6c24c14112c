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

type Target = { readonly userId: string; readonly nick: string };

type Kind = (target: Target, itemId: string, turn: number) => Action;
const hide: Kind = (target, itemId) => ({ type: 'hide-comment', ...target, itemId });

/** What a VJ does in the course of an evening, one after the other. */
const kinds: readonly Kind[] = [
  hide,
  (target) => ({ type: 'mute', ...target, seconds: 5 }),
  (target) => ({ type: 'hide-user', ...target }),
  (_target, _itemId, turn) => ({ type: 'notice', text: `Notice ${turn}` }),
  (target) => ({ type: 'show-user', ...target }),
  (target) => ({ type: 'warn', ...target, text: 'Calm down, please.', to: 'room' }),
];

/** Acts on what came lately; what was heard before is let go, or this very test would be what grows. */
export const createDeeds = (client: PanelClient, call: SureCall) => {
  let turn = 0;
  const act = async (count: number, among: readonly Kind[]): Promise<void> => {
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
    for (const { roomKey, comment } of comments.slice(-count)) {
      const make = among[turn % among.length];
      turn += 1;
      const target = { userId: comment.person.userId, nick: comment.person.nick };
      if (make !== undefined)
        await call('moderation:act', {
          action: make(target, comment.id, turn),
          rooms: [roomKey],
          reason: 'soak',
        });
    }
  };
  return {
    act: (count: number) => act(count, kinds),
    hide: (count: number) => act(count, [hide]),
  };
};
export type Deeds = ReturnType<typeof createDeeds>;
