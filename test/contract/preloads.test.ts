import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallShape } from '../../main/contract/calls/call-shape.ts';
import { type CallName, callNames, calls } from '../../main/contract/calls.ts';
import { resultSchema } from '../../main/contract/panel-wire.ts';
import { ok } from '../../main/contract/result.ts';
import { createRouter, type Handlers } from '../../main/core/router.ts';
import { createLogKeeper } from '../integration/im-admin/connect.ts';
import { launchBrowser } from '../support/browser.ts';
import { openDesktopIpc } from './hosts.ts';

/** The built preloads in Chromium, with a double of Electron's bridge that notes what they do. */
const built = (name: string) =>
  readFileSync(resolve(import.meta.dirname, `../../dist/preload/${name}.cjs`), 'utf8');

const electronDouble = `
  const told = { exposed: [], channels: [] };
  const heard = new Map();
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, value) => {
        told.exposed.push(name);
        Object.defineProperty(window, name, { value });
      },
    },
    ipcRenderer: {
      invoke: (channel, ...args) => {
        told.channels.push(channel);
        return window.crossIpc(...args);
      },
      on: (channel, listener) => heard.set(channel, [...(heard.get(channel) ?? []), listener]),
      off: (channel, listener) => heard.set(channel, (heard.get(channel) ?? []).filter((one) => one !== listener)),
    },
  };
  Object.assign(window, {
    told,
    tell: (channel, ...args) => (heard.get(channel) ?? []).forEach((listener) => listener({ sender: 'secret' }, ...args)),
  });
  const require = (name) => {
    if (name !== 'electron') throw new Error('a sandboxed preload may require electron only, not ' + name);
    return electron;
  };
`;

const { log } = createLogKeeper();
const handlers = Object.fromEntries(callNames.map((call) => [call, () => ok({})])) as unknown as Handlers;
const { invoke, event } = openDesktopIpc(createRouter(handlers, log));

const callersOf = (name: CallName): CallShape['callers'] => calls[name].callers;

let browser: Browser;
const pageWith = async (preload: string): Promise<Page> => {
  const page = await (await browser.newContext()).newPage();
  await page.exposeFunction('crossIpc', (...args: unknown[]) => invoke(event, ...args));
  await page.evaluate(
    `(() => { ${electronDouble}\n((require, exports) => {\n${built(preload)}\n})(require, {}) })()`,
  );
  return page;
};

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('the panel’s preload', () => {
  it('puts two functions into the window and nothing else', async () => {
    const page = await pageWith('panel');
    expect(await page.evaluate('told.exposed')).toEqual(['livedeck']);
    expect(await page.evaluate('Object.entries(livedeck).map(([name, one]) => [name, typeof one])')).toEqual([
      ['call', 'function'],
      ['on', 'function'],
    ]);
  });

  it('carries every call, also one that does not exist, to an answer, over one channel', async () => {
    const page = await pageWith('panel');
    const names = [...callNames, '__proto__', 'no:such-call'];
    const answers = await page.evaluate(
      `Promise.all(${JSON.stringify(names)}.map((name) => livedeck.call(name, { wrong: 1 })))`,
    );
    expect(answers).toHaveLength(names.length);
    for (const [index, answer] of (answers as unknown[]).entries()) {
      const name = names[index] ?? '';
      const forOthers = Object.hasOwn(calls, name) && !callersOf(name as CallName).includes('panel');
      const code = forOthers ? 'not-allowed' : 'invalid-input';
      expect(resultSchema.parse(answer)).toMatchObject({ ok: false, error: { code } });
    }
    expect(await page.evaluate('[...new Set(told.channels)]')).toEqual(['livedeck:call']);
  });

  it('hands a listener the payload of its own event, never the sender, and lets it go', async () => {
    const page = await pageWith('panel');
    const seen = await page.evaluate(`(() => {
      const seen = [];
      const stop = livedeck.on('state:patch', (...args) => seen.push(args));
      tell('livedeck:event', 'state:patch', { topic: 'app' });
      tell('livedeck:event', 'feed:batch', { items: [] });
      tell('another:channel', 'state:patch', {});
      stop();
      tell('livedeck:event', 'state:patch', { topic: 'rooms' });
      return seen;
    })()`);
    expect(seen).toEqual([[{ topic: 'app' }]]);
  });
});

describe('the overlay’s preload', () => {
  it('lets its page confirm and hear about its frame, and call nothing', async () => {
    const page = await pageWith('overlay');
    expect(await page.evaluate('[told.exposed, typeof window.livedeck]')).toEqual([
      ['livedeckOverlay'],
      'undefined',
    ]);
    expect(await page.evaluate('Object.keys(livedeckOverlay)')).toEqual(['confirm', 'onArrange']);
    await page.evaluate('livedeckOverlay.confirm({ call: "moderation:act" })');
    expect(await page.evaluate('told.channels')).toEqual(['livedeck:overlay-confirm']);
  });
});
