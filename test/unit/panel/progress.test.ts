import { describe, expect, it } from 'vitest';
import { appError } from '../../../main/contract/app-error.ts';
import type { Action, JournalEntry } from '../../../main/contract/models/action.ts';
import { err, ok } from '../../../main/contract/result.ts';
import { createFeeds, hiddenState } from '../../../renderer/panel/features/feed/index.ts';
import { createProgress, type Outcome } from '../../../renderer/panel/features/moderation/progress.ts';
import { createToasts } from '../../../renderer/panel/features/toasts/index.ts';
import { bridgeDouble, stillClock } from '../../support/bridge-double.ts';
import { comment } from './feed-samples.ts';
import { journalEntry } from './journal-samples.ts';

const ROOM = 'a/r';
const rude = comment('something rude', { userId: 'troll' });
const recall: Action = { type: 'recall', userId: 'troll', nick: 'Troll', itemId: rude.id, seq: 7 };
const refusal = appError('refused-by-service', { en: 'Not allowed.', 'zh-CN': '无权操作。' });
const refused = journalEntry('entry-1', 0, recall, { status: 'failed', error: refusal });

/** A panel that shows one comment; `hidden` is what the host says is hidden, and how often it was asked. */
const onePanel = async () => {
  const hidden = { itemIds: [] as string[], users: {} };
  const { bridge, tell } = bridgeDouble({
    'feed:recent': () => ok({ items: [rude], more: false, hidden }),
  });
  const feeds = createFeeds({ bridge, clock: stillClock, draw: (change) => change() });
  feeds.keep([ROOM]);
  await feeds.reload(ROOM);
  const toasts = createToasts({ now: stillClock.now });
  const progress = createProgress({ clock: stillClock, feeds, toasts, onEntries: () => undefined });
  const state = () => {
    const marks = feeds.get(ROOM)?.getState().marks;
    return marks === undefined ? undefined : hiddenState(marks, { seq: 0, item: rude });
  };
  return { hidden, tell, progress, state, failures: () => toasts.store.getState().length };
};

const act = (progress: Awaited<ReturnType<typeof onePanel>>['progress'], action: Action) => {
  const shown = { parts: [{ action, rooms: [ROOM] }], undo: false, said: action } as const;
  const id = progress.begin(shown);
  return (answer: Parameters<typeof progress.settle>[2]) =>
    progress.settle(id, shown, answer, () => undefined);
};
const answered = (entry: JournalEntry, more: Partial<Outcome> = {}) => ok({ entries: [entry], ...more });

describe('an act on screen', () => {
  it('that the service refused leaves hidden what the host keeps hidden', async () => {
    const { progress, state, tell, failures } = await onePanel();
    const settle = act(progress, recall);
    tell('feed:purge', { roomKey: ROOM, itemIds: [rude.id], hidden: true });
    expect(settle(answered(refused))).toBe(false);
    expect(state()).toBe('hidden');
    expect(failures()).toBe(1);
  });

  it('that never reached the host is taken back', async () => {
    const { progress, state } = await onePanel();
    const settle = act(progress, recall);
    expect(state()).toBe('hidden');
    settle(err(refusal));
    expect(state()).toBe('shown');
  });

  it('whose end is not known is shown as the host says, as soon as it says so', async () => {
    const { progress, state, hidden } = await onePanel();
    const settle = act(progress, recall);
    hidden.itemIds.push(rude.id);
    settle(err(refusal));
    await expect.poll(state).toBe('hidden');
  });

  it('that undoes what the host does not undo is taken back by the host’s word', async () => {
    const { progress, state, hidden } = await onePanel();
    hidden.itemIds.push(rude.id);
    const show: Action = { type: 'show-comment', userId: 'troll', nick: 'Troll', itemId: rude.id };
    act(
      progress,
      show,
    )(answered({ ...refused, status: 'done' }, { refused: [{ entryId: 'entry-2', error: refusal }] }));
    await expect.poll(state).toBe('hidden');
  });
});
