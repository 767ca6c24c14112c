import { openRawClient } from '../integration/rehearsal/raw-client.ts';
import type { Rehearsal } from '../support/rehearsal.ts';

/** A sender by hand, for the SDK could not send so fast. */
export const openSender = async (rehearsal: Rehearsal, userId = 'flooder') => {
  const client = await openRawClient(rehearsal);
  await client.login(userId);
  return {
    join: (roomId: string) => client.ask('group_open_http_svc.apply_join_group', { GroupId: roomId }),
    say(roomId: string, random: number, priority: string, text: string) {
      client.tell('group_open_http_svc.send_group_msg', {
        GroupId: roomId,
        Random: random,
        ClientSeq: random,
        MsgPriority: priority,
        MsgClientTime: Math.floor(Date.now() / 1000),
        MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: text } }],
        CloudCustomData: '',
      });
    },
    close: client.close,
  };
};

/** Calls `each` at `perSecond` for `seconds`, catching up in small batches. */
export const pace = async (
  perSecond: number,
  seconds: number,
  each: (index: number) => void,
): Promise<void> => {
  const start = performance.now();
  const total = Math.round(perSecond * seconds);
  for (let done = 0; done < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * perSecond));
    for (; done < due; done += 1) each(done);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
