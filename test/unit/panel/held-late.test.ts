import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { HeldDecision, HeldEnd, HeldItem } from '../../../main/contract/models/held.ts';
import { ok } from '../../../main/contract/result.ts';
import type { Bridge, TopicValues } from '../../../renderer/panel/bridge/index.ts';
import { createHeld } from '../../../renderer/panel/features/held/held.ts';
import { fateOf } from '../../../renderer/panel/features/held/waiting.ts';
import { createToasts } from '../../../renderer/panel/features/toasts/index.ts';
import { comment } from './feed-samples.ts';

const held: HeldItem = {
  id: 'h',
  roomKey: 'a/r',
  item: comment('加微信', { level: 'hold', userId: 'troll' }),
  heldAt: 0,
  deadline: null,
};

/** A decision about a comment whose end the host tells so. */
const decided = async (decision: HeldDecision, end: Partial<HeldEnd>) => {
  const told = { id: 'h', outcome: 'denied', released: false, by: 'moon', at: 0, first: false, allowed: [] };
  const toasts = createToasts({ now: () => 0 });
  const panel = createHeld({
    bridge: { call: async () => ok({ results: [{ ...told, ...end }] }) } as unknown as Bridge,
    topics: {
      values: createStore<TopicValues>(() => ({ held: { h: held } })),
      begun: Promise.resolve(),
      dispose: () => undefined,
    },
    toasts,
  });
  panel.decide([held], decision);
  await expect.poll(() => panel.state.getState().ends.length).toBe(1);
  const [toast] = toasts.store.getState();
  return { fate: fateOf(panel.state.getState(), 'h'), trouble: toast?.troubles[0] };
};

describe('a decision that comes too late', () => {
  it('to deny what the time-out lets through is told, with what it said', async () => {
    const { fate, trouble } = await decided('deny', { outcome: 'timed-out', released: true, by: '' });
    expect(fate).toBe('letThrough');
    expect(trouble?.where).toBe('TROLL: 加微信');
    expect(trouble?.error.text.en).toBe('Its time had run out, and it was let through.');
    expect(trouble?.error.remedy?.['zh-CN']).toBe('如果不该显示，请将它隐藏。');
  });

  it('to deny what another approved names who did', async () => {
    const { fate, trouble } = await decided('deny-and-mute', { outcome: 'approved', released: true });
    expect(fate).toBe('approved');
    expect(trouble?.error.text).toEqual({
      en: 'moon had approved it before.',
      'zh-CN': 'moon 此前已通过这条评论。',
    });
  });

  it('to approve what was taken off is told too', async () => {
    const { trouble } = await decided('approve', {});
    expect(trouble?.error.text.en).toBe('moon had taken it off before.');
    const forgotten = await decided('approve', { outcome: 'unknown', by: '' });
    expect(forgotten.fate).toBe('gone');
    expect(forgotten.trouble?.error.text.en).toBe('It waits no longer, and nothing was done.');
  });

  it('is nobody’s trouble where the other decided the same, or where it was the first', async () => {
    expect((await decided('deny', {})).trouble).toBeUndefined();
    expect(
      (await decided('approve', { outcome: 'approved', released: true, first: true })).trouble,
    ).toBeUndefined();
  });
});
