import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { browserArguments } from '../../support/browser.ts';
import { ensureBrowser } from '../../support/ensure-browser.ts';
import { temporaryDir } from '../../support/livedeck.ts';

/** ms; what has not come by then will not come. */
const LIMIT = 30_000;

const messageSchema = z.object({
  id: z.number().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
});
type Answer = Readonly<Record<string, unknown>>;

/** Commands over the browser's own debugging socket, and their answers. */
const openLine = async (address: string) => {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const waiting = new Map<number, { done: (answer: Answer) => void; fail: (error: Error) => void }>();
  socket.on('message', (data) => {
    const { id, result, error } = messageSchema.parse(JSON.parse(data.toString()));
    const asked = waiting.get(id ?? -1);
    if (error === undefined) asked?.done(result ?? {});
    else asked?.fail(new Error(error.message));
  });
  let last = 0;
  const send = (method: string, params: object = {}, sessionId?: string): Promise<Answer> => {
    last += 1;
    const id = last;
    socket.send(JSON.stringify({ id, method, params, sessionId }));
    return new Promise((done, fail) => waiting.set(id, { done, fail }));
  };
  return { send, close: () => socket.terminate() };
};

/** Looks before each frame of the page until the condition, an expression of the page, holds. */
const untilHolds = (condition: string) => `new Promise((done, fail) => {
  const end = performance.now() + ${LIMIT};
  const look = () => {
    if (${condition}) done(true);
    else if (performance.now() > end) fail(new Error('It never came.'));
    else requestAnimationFrame(look);
  };
  look();
})`;

/**
 * The machine's browser with pages that nobody observes. Playwright has each page tell it of exceptions; for that the
 * browser notes where every `Error` was made, also React's four at its start, and reads all scripts on the stack a
 * second time. That was a third of what a panel's start took under it, and no person's browser does it.
 */
export const launchUnobserved = async () => {
  const profile = `--user-data-dir=${temporaryDir()}`;
  const own = [
    '--headless',
    '--no-first-run',
    '--remote-debugging-port=0',
    '--window-size=1280,720',
    profile,
  ];
  const child = spawn(
    ensureBrowser(() => undefined),
    [...own, ...browserArguments(), 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const address = new Promise<string>((done, fail) => {
    child.once('exit', (code) => fail(new Error(`The browser ended with code ${code}.`)));
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (found !== undefined) done(found);
    });
  });
  const { send, close } = await openLine(await address);

  const openPage = async (browserContextId: unknown) => {
    const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
    const ask = (method: string, params: object) => send(method, params, String(sessionId));
    return {
      goto: (url: string) => ask('Page.navigate', { url }),
      until: async (condition: string) => {
        const { exceptionDetails } = await ask('Runtime.evaluate', {
          expression: untilHolds(condition),
          awaitPromise: true,
        });
        if (exceptionDetails !== undefined) throw new Error(`Not within ${LIMIT} ms: ${condition}`);
      },
      pressControlK: () =>
        ask('Input.dispatchKeyEvent', {
          type: 'rawKeyDown',
          modifiers: 2,
          key: 'k',
          code: 'KeyK',
          windowsVirtualKeyCode: 75,
        }),
      close: () => send('Target.closeTarget', { targetId }),
    };
  };

  return {
    pid: child.pid ?? -1,
    /** A context that has seen nothing yet. */
    newContext: async () => {
      const { browserContextId } = await send('Target.createBrowserContext');
      return { newPage: () => openPage(browserContextId) };
    },
    close: async () => {
      close();
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
};
export type UnobservedBrowser = Awaited<ReturnType<typeof launchUnobserved>>;
export type UnobservedPage = Awaited<
  ReturnType<Awaited<ReturnType<UnobservedBrowser['newContext']>>['newPage']>
>;
