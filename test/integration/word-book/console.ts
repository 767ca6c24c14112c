import type { z } from 'zod';
import type { CallInput, CallName, CallOutput } from '../../../main/contract/calls.ts';
import type { EventName, events } from '../../../main/contract/events.ts';
import type { Comment } from '../../../main/contract/models/feed-item.ts';
import type { HeldItem } from '../../../main/contract/models/held.ts';
import type { Topic, TopicValue } from '../../../main/contract/state.ts';
import { type Livedeck, startLivedeck } from '../../support/livedeck.ts';
import { connectPanel, type PanelClient } from '../../support/panel-client.ts';
import { connectPage, ready } from '../overlay/page-double.ts';

export const ROOM = 'night-show';
export const ROOM_KEY = `rehearsal/${ROOM}`;

type Payload<E extends EventName> = z.output<(typeof events)[E]['payload']>;

/** A panel that knows the contract's types. */
export const typedPanel = (panel: PanelClient) => {
  const call = async <C extends CallName>(name: C, input: CallInput<C>): Promise<CallOutput<C>> => {
    const answer = await panel.call(name, input);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value as CallOutput<C>;
  };
  const topic = async <T extends Topic>(name: T): Promise<TopicValue<T>> =>
    (await call('state:get', { topic: name })).value as TopicValue<T>;
  const event = <E extends EventName>(name: E, fits: (payload: Payload<E>) => boolean): Promise<Payload<E>> =>
    panel.until(
      (heard) =>
        heard.find((one) => one.event === name && fits(one.payload as Payload<E>))?.payload as
          | Payload<E>
          | undefined,
    );
  const comments = (): Comment[] =>
    panel.heard.flatMap(({ event: name, payload }) =>
      name === 'feed:batch'
        ? (payload as Payload<'feed:batch'>).items.flatMap((item) => (item.kind === 'comment' ? [item] : []))
        : [],
    );
  const heldIn = (patch: Readonly<Record<string, unknown>>, text: string): HeldItem | undefined =>
    (Object.values(patch) as (HeldItem | null)[]).find((one) => one?.item.text === text) ?? undefined;
  return {
    call,
    refused: panel.call,
    topic,
    event,
    comments,
    heard: panel.heard,
    comment: (text: string) => panel.until(() => comments().find((one) => one.text === text)),
    held: (text: string) =>
      panel.until((heard) => {
        for (const { event: name, payload } of heard) {
          if (name !== 'state:patch') continue;
          const { topic: about, patch } = payload as Payload<'state:patch'>;
          const found = about === 'held' ? heldIn(patch, text) : undefined;
          if (found !== undefined) return found;
        }
        return undefined;
      }),
    /** Waits until a topic is as wanted, now or later. */
    untilTopic: async <T extends Topic>(
      name: T,
      wanted: (value: TopicValue<T>) => boolean,
    ): Promise<void> => {
      for (;;) {
        const count = panel.heard.length;
        if (wanted(await topic(name))) return;
        await panel.until((heard) => (heard.length > count ? true : undefined));
      }
    },
    close: panel.close,
  };
};
export type TypedPanel = ReturnType<typeof typedPanel>;

/** The built product with a rehearsal without an audience, a panel and an overlay page. */
export const openConsole = async (dataDir: string) => {
  const app: Livedeck = await startLivedeck([
    '--data-dir',
    dataDir,
    '--port',
    '0',
    '--rehearse',
    'off',
    '--seed',
    '5',
  ]);
  const panel = typedPanel(await connectPanel(app.ready.url));
  await panel.untilTopic('rooms', (rooms) => rooms[ROOM_KEY]?.connection.state === 'live');
  const page = await connectPage(app.ready.overlayUrl);
  page.send(ready);
  await page.frame('hello');
  return {
    app,
    panel,
    page,
    /** A viewer speaks; answers with the service's code. */
    say: (text: string, userId = 'viewer-1') =>
      app.viewerSays(text, { roomId: ROOM, userId, nick: 'Viewer' }),
    onAir: (text: string) => page.frame('show', ({ items }) => items.some((item) => item.text === text)),
    close: async () => {
      panel.close();
      await page.close();
      await app.stop();
    },
  };
};
export type OpenConsole = Awaited<ReturnType<typeof openConsole>>;
