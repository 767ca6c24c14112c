import { expect, it } from 'vitest';
import { ok } from '../../../main/contract/result.ts';
import type { Bridge } from '../../../renderer/panel/bridge/index.ts';
import { createToasts } from '../../../renderer/panel/features/toasts/index.ts';
import { type BugHost, reportBugs } from '../../../renderer/panel/report-bugs.ts';

it('tells of a bug once, and of no event that only looks like one', () => {
  const heard = new Map<string, (event: { error: unknown; message: string; reason: unknown }) => void>();
  const host: BugHost = {
    addEventListener: (kind: string, listener: (event: never) => void) => heard.set(kind, listener as never),
    location: { reload: () => undefined },
  };
  const logged: unknown[] = [];
  const call = (async (_name: string, input: unknown) => {
    logged.push(input);
    return ok({});
  }) as unknown as Bridge['call'];
  const toasts = createToasts({ now: () => 0 });
  reportBugs(host, { toasts, bridge: { call } });
  const meet = (message: string, error?: Error) =>
    heard.get('error')?.({ message, error, reason: undefined });

  meet('ResizeObserver loop completed with undelivered notifications.');
  meet('ResizeObserver loop limit exceeded');
  expect(logged).toEqual([]);
  expect(toasts.store.getState()).toEqual([]);

  const bug = new TypeError('it is not a function');
  meet(bug.message, bug);
  meet(bug.message, bug);
  expect(logged).toMatchObject([
    { where: 'panel', message: expect.stringContaining('it is not a function') },
  ]);
  expect(toasts.store.getState()).toHaveLength(1);
});
