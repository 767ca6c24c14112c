import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { afterEach } from 'vitest';
import type { FeedItem } from '../../../main/contract/models/feed-item.ts';
import { cleanVerdict } from '../../../main/contract/models/verdict.ts';
import { createOverlays, type OverlaysOptions } from '../../../main/core/overlay/overlays.ts';
import { overlaysDocumentSchema } from '../../../main/core/overlay/overlays-document.ts';
import { type PageAssets, readPageAssets } from '../../../main/core/page/page-assets.ts';
import { systemClock } from '../../../main/core/ports.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const silent = () => undefined;
export const silentLog = { info: silent, warn: silent, error: silent, debug: silent };

/** The overlay page as it is shipped; the suites that show it build first where it is out of date. */
export const readBuiltPage = async (): Promise<PageAssets> => {
  const assets = await readPageAssets(resolve(import.meta.dirname, '../../../dist/overlay'));
  if (!assets.ok) throw new Error(assets.error.text.en);
  return assets.value;
};

export const roomKey = 'account/room';

/** Overlays on real sockets, with the word rules and the memory of a test. */
export const startOverlays = async (options: {
  readonly assets: PageAssets;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly document?: unknown;
  readonly extra?: Partial<OverlaysOptions>;
}) => {
  let document = overlaysDocumentSchema.parse(options.document ?? {});
  const overlays = createOverlays({
    ports: { clock: systemClock, log: silentLog, randomBytes },
    assets: options.assets,
    store: {
      get: () => document,
      set: (next) => {
        document = next;
      },
    },
    screen: (text) => (text.includes('BAD') ? 'block' : 'clean'),
    preferredPort: 0,
    ...options.extra,
  });
  const port = await overlays.start();
  if (!port.ok) throw new Error(port.error.text.en);
  const configured = overlays.configure('main', { holdMs: 0, ...options.settings });
  if (!configured.ok) throw new Error(configured.error.text.en);
  const url = overlays.url('main');
  if (!url.ok) throw new Error(url.error.text.en);
  return { overlays, port: port.value, url: url.value, document: () => document };
};

export type OverlayRig = Awaited<ReturnType<typeof startOverlays>>;

const emptyPage: PageAssets = new Map([
  ['', { body: Buffer.from('<!doctype html>'), type: 'text/html; charset=utf-8' }],
]);

/** Starts overlays that serve an empty page, and ends each with its test where `end` did not before. */
export const overlaysPerTest = () => {
  const running = new Set<OverlayRig>();
  const end = async (rig: OverlayRig) => {
    running.delete(rig);
    await rig.overlays.dispose();
  };
  afterEach(async () => {
    await Promise.all([...running].map(end));
  });
  return async (options: Partial<Parameters<typeof startOverlays>[0]> = {}) => {
    const rig = await startOverlays({ assets: emptyPage, ...options });
    running.add(rig);
    return { ...rig, end: () => end(rig) };
  };
};

/** Ports for overlays whose time stands still until it is moved on; it begins now. */
export const manualPorts = () => {
  const clock = createManualClock({ start: Date.now() });
  return { clock, ports: { clock: { ...systemClock, ...clock }, log: silentLog, randomBytes } };
};

let lastId = 0;
const base = () => {
  lastId += 1;
  const at = Date.now();
  return { id: `item-${lastId}`, at, receivedAt: at };
};

type Parts = { readonly id?: string; readonly userId?: string; readonly nick?: string };
const personOf = ({ userId = 'u1', nick = userId }: Parts) => ({ userId, nick });

export const comment = (
  text: string,
  parts: Parts & {
    readonly level?: 'clean' | 'flag' | 'hold' | 'block';
    readonly role?: 'vj' | 'admin';
  } = {},
): Extract<FeedItem, { kind: 'comment' }> => ({
  ...base(),
  ...(parts.id === undefined ? {} : { id: parts.id }),
  kind: 'comment',
  person: { ...personOf(parts), ...(parts.role ? { role: parts.role } : {}) },
  text,
  danmaku: false,
  own: false,
  verdict: { ...cleanVerdict, level: parts.level ?? 'clean' },
});
export const like = (count: number, parts: Parts = {}): FeedItem => ({
  ...base(),
  kind: 'like',
  person: personOf(parts),
  count,
});
export const gift = (name: string, count: number, parts: Parts = {}): FeedItem => ({
  ...base(),
  kind: 'gift',
  person: personOf(parts),
  giftId: 'g1',
  name,
  count,
});
export const joined = (...nicks: readonly string[]): FeedItem => ({
  ...base(),
  kind: 'join',
  people: nicks.map((nick) => ({ userId: nick, nick })),
});
export const notice = (text: string): Extract<FeedItem, { kind: 'notice' }> => ({
  ...base(),
  kind: 'notice',
  text,
});
