import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../main/contract/models/feed-item.ts';
import { signUserSigV2 } from '../../../main/core/accounts/user-sig.ts';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { startSocketProxy } from '../../support/socket-proxy.ts';
import { startFeed } from './running-feed.ts';

const room = 'night-show';
let service: Rehearsal;
const open: { readonly end: () => void }[] = [];

const signedIn = async (userId = service.vj, proxyServer = service.socket) => {
  const feed = startFeed();
  open.push(feed);
  await feed.until((events) => events.find((event) => event.type === 'started'));
  feed.send({
    type: 'sign-in',
    accountId: 'test',
    sdkAppId: service.sdkAppId,
    userId,
    nick: 'Moon',
    userSig: service.userSig(userId),
    proxyServer,
    countOnline: true,
  });
  return feed;
};

const inRoom = async (userId?: string) => {
  const feed = await signedIn(userId);
  feed.send({ type: 'join', roomId: room });
  await feed.until((events) =>
    events.find((event) => event.type === 'room' && event.state.state === 'joined'),
  );
  return feed;
};

const say = (text: string, userId = 'viewer-1') =>
  service.controlCall<{ code: number }>('say', { roomId: room, userId, nick: 'Viewer', text });

const isComment = (text: string) => (item: FeedItem) => item.kind === 'comment' && item.text === text;

afterEach(() => {
  for (const feed of open.splice(0)) feed.end();
});

describe('the feed process with the real SDK', () => {
  beforeAll(async () => {
    service = await startRehearsal(['--audience', 'off', '--seed', '11']);
    return () => service.stop();
  });

  it('joins a room and tells its name and owner', async () => {
    const feed = await inRoom();
    const joined = feed.events.find((event) => event.type === 'room' && event.state.state === 'joined');
    expect(joined).toMatchObject({ state: { ownerId: service.vj, muteAll: false } });
  });

  it('delivers what viewers say, each once', async () => {
    const feed = await inRoom();
    await say('first');
    await say('second');
    await feed.untilItem(isComment('second'));
    expect(feed.items().filter(isComment('first'))).toHaveLength(1);
    expect(feed.items().find(isComment('first'))).toMatchObject({
      person: { userId: 'viewer-1', nick: 'Viewer' },
      own: false,
    });
  });

  it('puts our own comment into the feed when the service has taken it, and only once', async () => {
    const feed = await inRoom();
    feed.send({
      type: 'send',
      requestId: 'a',
      roomId: room,
      text: 'hello',
      danmaku: false,
      convention: 'plain',
      priority: 'High',
    });
    const sent = await feed.until((events) => events.find((event) => event.type === 'sent'));
    expect(sent).toMatchObject({ requestId: 'a', itemId: expect.any(String) });
    await say('after');
    await feed.untilItem(isComment('after'));
    expect(feed.items().filter(isComment('hello'))).toMatchObject([{ own: true }]);
  });

  it('says with the service’s code why a comment was refused, and shows none', async () => {
    const feed = await inRoom('muted-one');
    await service.restCall('group_open_http_svc/forbid_send_msg', {
      GroupId: room,
      Members_Account: ['muted-one'],
      MuteTime: 60,
    });
    feed.send({
      type: 'send',
      requestId: 'b',
      roomId: room,
      text: 'no',
      danmaku: false,
      convention: 'plain',
      priority: 'Normal',
    });
    const sent = await feed.until((events) => events.find((event) => event.type === 'sent'));
    expect(sent).toMatchObject({ requestId: 'b', failure: { code: 10017 } });
    expect(feed.items().some(isComment('no'))).toBe(false);
  });

  it('shows the admin’s notice', async () => {
    const feed = await inRoom();
    await service.restCall('group_open_http_svc/send_group_system_notification', {
      GroupId: room,
      Content: 'Back in 5',
    });
    expect(await feed.untilItem((item) => item.kind === 'notice')).toMatchObject({ text: 'Back in 5' });
  });

  it('tells a room that does not exist from one that is slow', async () => {
    const feed = await signedIn();
    feed.send({ type: 'join', roomId: 'no-such-room' });
    const left = await feed.until((events) =>
      events.find((event) => event.type === 'room' && event.state.state === 'left'),
    );
    expect(left).toMatchObject({ state: { failure: { code: 10010 } } });
  });

  it('says with the service’s code why it could not sign in', async () => {
    const feed = startFeed();
    open.push(feed);
    feed.send({
      type: 'sign-in',
      accountId: 'test',
      sdkAppId: service.sdkAppId,
      userId: 'x',
      nick: 'x',
      userSig: 'nonsense',
      proxyServer: service.socket,
      countOnline: true,
    });
    const refused = await feed.until((events) =>
      events.find((event) => event.type === 'link' && event.link.state === 'refused'),
    );
    expect(refused).toMatchObject({ link: { failure: { code: 70003 } } });
  });

  it('asks for a new signature when its own has expired, and signs in with it', async () => {
    const feed = startFeed();
    open.push(feed);
    const { sdkAppId, secretKey, vj: userId } = service;
    const userSig = signUserSigV2({
      sdkAppId,
      secretKey,
      userId,
      expireSeconds: 60,
      now: Date.now() - 3_600_000,
    });
    feed.send({
      type: 'sign-in',
      accountId: 'test',
      sdkAppId: service.sdkAppId,
      userId: service.vj,
      nick: 'Moon',
      userSig,
      proxyServer: service.socket,
      countOnline: true,
    });
    feed.send({ type: 'join', roomId: room });
    await feed.until((events) => events.find((event) => event.type === 'need-usersig'));
    feed.send({ type: 'renew', userSig: service.userSig(service.vj) });
    await feed.until((events) =>
      events.find((event) => event.type === 'room' && event.state.state === 'joined'),
    );
  });

  it('signs in once more, long before the SDK gives up, when the answer to its login is lost', async () => {
    const proxy = await startSocketProxy(service.socket);
    open.push({ end: () => void proxy.stop() });
    let lost = 0;
    proxy.setChange((frame) => {
      if (lost > 0 || !frame.includes('im_open_status.wslogin')) return [frame];
      lost += 1;
      return [];
    });
    const feed = await signedIn('unheard', proxy.url);
    await feed.until((events) => events.find((event) => event.type === 'link' && event.link.state === 'up'));
    expect(lost).toBe(1);
  });

  const roomStates = (feed: Awaited<ReturnType<typeof inRoom>>) =>
    feed.events.flatMap((event) => (event.type === 'room' ? [event.state] : []));
  const refusePolls = (code: number) =>
    service.controlCall('faults', {
      socket: [{ kind: 'code', servcmd: 'group_open_long_polling_http_svc.get_msg', code }],
    });

  it('shows a room as live again after one refused poll', async () => {
    const feed = await inRoom('hiccup');
    await refusePolls(60008);
    await feed.until(() => roomStates(feed).find(({ state }) => state === 'live'));
    expect(roomStates(feed).map(({ state }) => state)).toEqual(['joining', 'joined', 'stalled', 'live']);
    await say('after the hiccup');
    await feed.untilItem(isComment('after the hiccup'));
  });

  it('joins its room again when the service does not count it in any more, also the owner’s', async () => {
    const feed = await inRoom(service.vj);
    await refusePolls(10007);
    await feed.until(() =>
      roomStates(feed).filter(({ state }) => state === 'joined').length > 1 ? 1 : undefined,
    );
    await say('after the lapse');
    await feed.untilItem(isComment('after the lapse'));
    expect(feed.items().find((item) => item.kind === 'gap')).toMatchObject({ cause: 'signed-out' });
  });

  it('marks the gap and goes on after the service was away', async () => {
    const away = await startRehearsal(['--audience', 'off', '--seed', '12']);
    const feed = startFeed();
    open.push(feed);
    feed.send({
      type: 'sign-in',
      accountId: 'test',
      sdkAppId: away.sdkAppId,
      userId: away.vj,
      nick: 'Moon',
      userSig: away.userSig(away.vj),
      proxyServer: away.socket,
      countOnline: true,
    });
    feed.send({ type: 'join', roomId: room });
    await feed.until((events) =>
      events.find((event) => event.type === 'room' && event.state.state === 'joined'),
    );
    await away.stop();
    await feed.until((events) =>
      events.find((event) => event.type === 'link' && event.link.state === 'down'),
    );
    const back = await startRehearsal([
      '--audience',
      'off',
      '--seed',
      '12',
      '--port',
      new URL(away.rest).port,
    ]);
    try {
      const gap = await feed.untilItem((item) => item.kind === 'gap');
      expect(gap).toMatchObject({ cause: 'connection' });
      await back.controlCall('say', { roomId: room, userId: 'viewer-2', text: 'are you there' });
      await feed.untilItem(isComment('are you there'));
    } finally {
      await back.stop();
    }
  });
});

describe('a service that allows one room a user', () => {
  beforeAll(async () => {
    service = await startRehearsal([
      '--audience',
      'off',
      '--seed',
      '13',
      '--policy',
      'strict',
      '--rooms',
      '6',
    ]);
    return () => service.stop();
  });

  it('is known by a room that is lost again when all were joined anew', async () => {
    const feed = await inRoom('guest');
    const other = service.rooms.find((roomId) => roomId !== room) ?? '';
    feed.send({ type: 'join', roomId: other });
    const lost = await feed.until((events) =>
      events.find((event) => event.type === 'room' && event.state.state === 'stalled' && event.state.again),
    );
    expect(lost).toMatchObject({ state: { failure: { code: 10007 } } });
    const joins = feed.events.filter((event) => event.type === 'room' && event.state.state === 'joined');
    expect(joins).toHaveLength(4);
  });
});

describe('a feed process whose main process is gone', () => {
  beforeAll(async () => {
    service = await startRehearsal(['--seed', '7', '--audience', 'off']);
    return () => service.stop();
  });

  it.each([
    ['while it is in its rooms', {}],
    ['while the service takes no connection', { refuseSockets: true }],
  ])('ends by itself %s', async (_when, settings) => {
    const feed = await inRoom();
    await service.controlCall('faults', settings);
    if ('refuseSockets' in settings) {
      await service.controlCall('drop', {});
      await feed.until((events) =>
        events.find((event) => event.type === 'link' && event.link.state === 'down'),
      );
    }
    feed.orphan();
    expect(await feed.ended).toBe(0);
    await service.controlCall('faults', { refuseSockets: false });
  });

  it('ends by itself though the service does not answer at all', async () => {
    const feed = await inRoom();
    process.kill(service.pid, 'SIGSTOP');
    feed.orphan();
    const code = await feed.ended;
    process.kill(service.pid, 'SIGCONT');
    expect(code).toBe(0);
  });
});
