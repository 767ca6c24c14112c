import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FeedItem } from '../../../main/contract/models/feed-item.ts';
import type { Topic, TopicValue } from '../../../main/contract/state.ts';
import type { SealPort } from '../../../main/core/accounts/sealing.ts';
import { createConsole } from '../../../main/core/console.ts';
import { nodePorts } from '../../../main/hosts/browser/node-ports.ts';
import { createOverlayWindows } from '../../../main/hosts/browser/overlay-windows.ts';
import { startPanelServer } from '../../../main/hosts/browser/panel-server.ts';
import { forkChannel } from '../../../main/hosts/node/child-processes.ts';
import { openLog } from '../../../main/hosts/node/log.ts';
import { connectPanel } from '../../support/panel-client.ts';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { sureCall, typedCall } from '../../support/typed-call.ts';
import { makePem, type Pem } from '../../unit/accounts/keys.ts';

const root = resolve(import.meta.dirname, '../../..');
const feedProcess = join(root, 'main/feed-process/entry.ts');

const temporary = (): string => mkdtempSync(join(tmpdir(), 'livedeck-accounts-'));

/** A stand-in for the system's keychain: what it sealed, only this object opens. */
export const createKeychain = (): SealPort => {
  const kept = new Map<string, string>();
  return {
    kind: 'os',
    seal: async (text) => {
      const id = randomBytes(16);
      kept.set(id.toString('hex'), text);
      return id;
    },
    unseal: async (sealed) => {
      const text = kept.get(Buffer.from(sealed).toString('hex'));
      if (text === undefined) throw new Error('sealed by somebody else');
      return text;
    },
  };
};

/** The cloud: the rehearsal service, which takes v2 signatures of its key and v1 signatures of the pair. */
export const startCloud = async (args: readonly string[] = []) => {
  const pem = makePem('secp256k1');
  const folder = temporary();
  const publicKey = join(folder, 'public_key');
  writeFileSync(publicKey, pem.publicKey);
  const service = await startRehearsal(['--seed', '7', '--v1-public-key', publicKey, ...args]);
  return {
    ...service,
    pem,
    address: { rest: service.rest, socket: service.socket },
    stop: async () => {
      await service.stop();
      rmSync(folder, { recursive: true });
    },
  };
};
export type Cloud = Rehearsal & {
  readonly pem: Pem;
  readonly address: { readonly rest: string; readonly socket: string };
};

/** A whole Livedeck on a data folder: the product's core, real feed processes, and the panel's real socket. */
export const startLivedeck = async (
  options: { readonly dataDir?: string; readonly seal?: SealPort; readonly aheadMs?: number } = {},
) => {
  const dataDir = options.dataDir ?? temporary();
  const overlayWindows = createOverlayWindows({ dataDir, display: () => false });
  const ports = nodePorts({ root, dataDir, log: openLog(dataDir), overlayWindows });
  const pids: number[] = [];
  const feedFrames: string[] = [];
  const livedeck = await createConsole({
    ...ports,
    seal: options.seal ?? ports.seal,
    clock: { ...ports.clock, now: () => Date.now() + (options.aheadMs ?? 0) },
    startFeedProcess: () => {
      const channel = forkChannel(feedProcess);
      pids.push(channel.pid() ?? -1);
      channel.onMessage((message) => feedFrames.push(JSON.stringify(message)));
      return {
        ...channel,
        post: (message) => {
          feedFrames.push(JSON.stringify(message));
          channel.post(message);
        },
      };
    },
  });
  const server = await startPanelServer({
    assets: join(root, 'renderer/panel'),
    port: 0,
    secret: randomBytes(16).toString('hex'),
    focusToken: 'focus',
    router: livedeck.router,
    overlayOrigin: livedeck.overlayOrigin,
    onFocus: () => undefined,
  });
  livedeck.onEvent(server.publish);
  const panel = await connectPanel(server.url);
  const frames: string[] = [];
  panel.socket.on('message', (data) => frames.push(data.toString()));

  const call = typedCall(() => panel);
  const must = sureCall(() => panel);
  const state = async <T extends Topic>(topic: T): Promise<TopicValue<T>> =>
    (await must('state:get', { topic })).value as TopicValue<T>;
  /** Waits until a topic looks as it should. */
  const until = async <T extends Topic, R>(
    topic: T,
    find: (value: TopicValue<T>) => R | undefined,
  ): Promise<R> => {
    for (;;) {
      const seen = panel.heard.length;
      const found = find(await state(topic));
      if (found !== undefined) return found;
      await panel.until((heard) =>
        heard
          .slice(seen)
          .find(
            ({ event, payload }) =>
              event === 'state:patch' && (payload as { readonly topic: Topic }).topic === topic,
          ),
      );
    }
  };
  const items = (): FeedItem[] =>
    panel.heard.flatMap(({ event, payload }) =>
      event === 'feed:batch' ? (payload as { readonly items: FeedItem[] }).items : [],
    );

  return {
    dataDir,
    frames,
    /** What passed between the main process and the feed processes, in both directions. */
    feedFrames,
    pids,
    panel,
    call,
    must,
    state,
    until,
    ready: (accountId: string) =>
      until('accounts', (accounts) =>
        accounts[accountId]?.session.state === 'ready' ? accounts[accountId] : undefined,
      ),
    live: (roomKey: string) =>
      until('rooms', (rooms) => (rooms[roomKey]?.connection.state === 'live' ? rooms[roomKey] : undefined)),
    untilItem: (match: (item: FeedItem) => boolean): Promise<FeedItem> =>
      panel.until(() => items().find(match)),
    stop: async () => {
      panel.close();
      await server.close();
      await livedeck.dispose();
    },
  };
};
export type Livedeck = Awaited<ReturnType<typeof startLivedeck>>;

/** A comment of a viewer, sent into a room from outside Livedeck. */
export const viewerSays = async (cloud: Cloud, roomId: string, userId: string, text: string) => {
  await cloud.restCall('im_open_login_svc/account_import', { UserID: userId, Nick: userId });
  return cloud.restCall('group_open_http_svc/send_group_msg', {
    GroupId: roomId,
    From_Account: userId,
    Random: randomBytes(4).readUInt32BE(),
    MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: text } }],
  });
};
