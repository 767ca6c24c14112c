import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keyHolder } from '../support/key-holder.ts';
import { startLivedeck, temporaryDir } from '../support/livedeck.ts';
import { openPage } from '../support/open-page.ts';
import { connectPanel } from '../support/panel-client.ts';
import { startRehearsal } from '../support/rehearsal.ts';
import { startSocketProxy } from '../support/socket-proxy.ts';
import { sureCall } from '../support/typed-call.ts';
import { watchForTricks } from './canary.ts';
import { asText, insideJson, type NastyText, withNastyTexts } from './nasty-texts.ts';

export const ROOM = 'night-show';
/** What the service itself takes in one message is sent through it whole; the rest takes its place on the way. */
const LONGEST_SENT = 8_000;
const MOST_OF_A_NAME = 100_000;

type Element = { readonly MsgType: string; readonly MsgContent: Readonly<Record<string, unknown>> };
const text = (Text: string): Element => ({ MsgType: 'TIMTextElem', MsgContent: { Text } });
const custom = (data: object): Element => ({
  MsgType: 'TIMCustomElem',
  MsgContent: { Data: JSON.stringify(data) },
});

const isSendable = ({ text }: NastyText): boolean => text !== '' && Buffer.byteLength(text) < LONGEST_SENT;

/** The ways of a text into the room, by name. */
export const ways = {
  comment: (nasty: NastyText, index: number) => [text(isSendable(nasty) ? nasty.text : asText(index))],
  danmaku: (_nasty: NastyText, index: number) => [
    custom({ userAction: 5, nickName: insideJson(index), msg: insideJson(index) }),
  ],
  gift: (_nasty: NastyText, index: number) => [
    custom({ businessID: 'TUIGift', data: { giftId: '1', giftName: insideJson(index), giftCount: 3 } }),
  ],
  custom: (_nasty: NastyText, index: number) => [
    custom({ businessID: insideJson(index), x: insideJson(index) }),
  ],
} as const;

/** A service whose frames become nasty on the way, one Livedeck, the panel and the overlay in real browsers. */
export const openNastyStage = async () => {
  const dataDir = temporaryDir();
  const [service, app] = await Promise.all([
    startRehearsal(['--seed', '9', '--audience', 'off', '--room-cap', '100000']),
    startLivedeck(['--data-dir', dataDir, '--port', '0']),
  ]);
  await service.controlCall('settings', { restRates: false });
  const proxy = await startSocketProxy(service.socket);
  proxy.setChange((frame) => [withNastyTexts(frame)]);
  const client = await connectPanel(app.ready.url);
  const call = sureCall(() => client);
  await call('overlay:configure', {
    overlayId: 'main',
    patch: { holdMs: 0, ticker: { on: true }, gift: { on: true } },
  });
  const { accountId } = await call('account:add', {
    ...keyHolder(service),
    address: { rest: service.rest, socket: proxy.url },
  });
  await call('room:open', { accountId, roomId: ROOM });

  const open = async (url: string, width: number, height: number) => {
    let tricks: Awaited<ReturnType<typeof watchForTricks>> | undefined;
    const { browser, page } = await openPage(url, { width, height }, async (made) => {
      // The overlay page shows the overlay's own page in a frame.
      tricks = await watchForTricks(made, [new URL(app.ready.overlayUrl).origin]);
    });
    return {
      browser,
      page,
      tricks: () => tricks?.seen() ?? ['was not watched'],
      begin: () => tricks?.begin(),
    };
  };
  const panel = await open(app.ready.url, 1280, 800);
  const overlay = await open(app.ready.overlayUrl, 1280, 720);
  await panel.page.getByText('Live', { exact: true }).first().waitFor();
  for (const page of [panel, overlay]) page.begin();

  const say = (userId: string, nick: string, elements: readonly Element[]) =>
    service.controlCall<{ readonly code: number }>('say', {
      roomId: ROOM,
      userId,
      nick,
      elements,
      priority: 'High',
    });

  return {
    /** What Livedeck wrote of bugs of its own. */
    bugs: (): readonly string[] =>
      readFileSync(join(dataDir, 'livedeck.log'), 'utf8')
        .split('\n')
        .filter((line) => /uncaught|unhandled|ill-formed/.test(line)),
    service,
    panel,
    overlay,
    call,
    say,
    /** Somebody harmless says something; what is around it must not harm it. */
    plainly: (words: string) => say('calm', 'Calm viewer', [text(words)]),
    /** One nasty text as everything that it can be. */
    send: async (nasty: NastyText, index: number) => {
      const codes: number[] = [];
      // A megabyte as a name would stand in every frame of that person; once is enough.
      const nick = nasty.text.length > MOST_OF_A_NAME ? 'Evil viewer' : asText(index);
      for (const way of nick === asText(index) ? Object.values(ways) : [ways.comment, ways.gift])
        codes.push((await say(`evil-${index}`, nick, way(nasty, index))).code);
      if (nick !== asText(index)) return codes;
      await service.controlCall('join', { roomId: ROOM, userId: `guest-${index}`, nick: asText(index) });
      await service.restCall('group_open_http_svc/send_group_system_notification', {
        GroupId: ROOM,
        Content: isSendable(nasty) ? nasty.text : asText(index),
      });
      await service.restCall('group_open_http_svc/modify_group_base_info', {
        GroupId: ROOM,
        Name: asText(index),
        Notification: asText(index),
      });
      return codes;
    },
    close: async () => {
      client.close();
      await Promise.all([panel.browser.close(), overlay.browser.close()]);
      await app.stop();
      await proxy.stop();
      await service.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
export type NastyStage = Awaited<ReturnType<typeof openNastyStage>>;
