import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Panic } from '../../../main/contract/models/panic.ts';
import { createPanic } from '../../../main/core/panic/panic.ts';
import { type PanicDocument, panicDocumentSchema } from '../../../main/core/panic/panic-parts.ts';
import { createServiceDouble, type RoomSetup } from './service-double.ts';

const calmRoom = { muted: false, stale: false, readable: true, refusesLock: false };
const roomOf = (key: string, more: Partial<RoomSetup> = {}): RoomSetup => ({ ...calmRoom, key, ...more });

const createRig = (
  setups: readonly RoomSetup[],
  before: { readonly strict?: boolean; readonly blank?: readonly string[] } = {},
) => {
  const service = createServiceDouble(setups);
  let document: PanicDocument = panicDocumentSchema.parse({});
  const told: Panic[] = [];
  const blank = new Map([
    ['main', before.blank?.includes('main') === true],
    ['side', before.blank?.includes('side') === true],
  ]);
  let strict = before.strict === true;

  const start = () =>
    createPanic({
      store: {
        get: () => document,
        set: (next) => {
          document = panicDocumentSchema.parse(JSON.parse(JSON.stringify(next)));
        },
      },
      rooms: service.rooms,
      words: {
        strict: () => strict,
        setStrict: (on) => {
          strict = on;
        },
      },
      overlays: {
        all: () => [...blank].map(([id, isBlank]) => ({ id, blank: isBlank })),
        blank: (on, id) => {
          for (const key of id === undefined ? [...blank.keys()] : [id]) blank.set(key, on);
        },
      },
      now: () => 5,
      onChange: (panic) => told.push(panic),
    });

  return {
    service,
    start,
    told,
    strict: () => strict,
    blank: (id: string) => blank.get(id),
    document: () => document,
    /** The console ends and starts again: neither the words nor the overlays remember. */
    restart: () => {
      strict = false;
      for (const id of blank.keys()) blank.set(id, false);
      const panic = start();
      panic.resume();
      return panic;
    },
  };
};

const anyRooms = fc
  .array(
    fc.record({
      muted: fc.boolean(),
      stale: fc.boolean(),
      readable: fc.boolean(),
      refusesLock: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map((one, index) => ({ ...one, key: `app/room-${index}`, stale: one.stale && one.readable })),
  );
const anyBefore = fc.record({ strict: fc.boolean(), blank: fc.subarray(['main', 'side']) });

describe('a panic', () => {
  it('mutes every room that lets it, and its end leaves each as it was, whatever that was', () =>
    fc.assert(
      fc.asyncProperty(anyRooms, anyBefore, fc.boolean(), async (setups, before, pressedTwice) => {
        const rig = createRig(setups, before);
        const panic = rig.start();
        await panic.set(true);
        if (pressedTwice) await panic.set(true);
        for (const { key, refusesLock, muted } of setups)
          expect(rig.service.muted(key)).toBe(refusesLock ? muted : true);
        expect([rig.strict(), rig.blank('main'), rig.blank('side')]).toEqual([true, true, true]);
        await panic.set(false);
        for (const { key, muted } of setups) expect(rig.service.muted(key)).toBe(muted);
        expect(rig.strict()).toBe(before.strict);
        expect(rig.blank('main')).toBe(before.blank.includes('main'));
        expect(rig.blank('side')).toBe(before.blank.includes('side'));
        expect(panic.view()).toEqual({ on: false, since: 5, rooms: [] });
      }),
    ));

  it('outlives a restart with the service remembering some rooms and not others, and still ends exactly', () =>
    fc.assert(
      fc.asyncProperty(anyRooms, fc.array(fc.boolean()), async (drawn, forgets) => {
        const setups = drawn.map((one) => ({ ...one, refusesLock: false }));
        const rig = createRig(setups);
        await rig.start().set(true);
        const forgotten = setups.filter((_, index) => forgets[index] === true);
        for (const { key } of forgotten) rig.service.forget(key);
        const panic = rig.restart();
        expect([rig.strict(), rig.blank('main'), panic.view().on]).toEqual([true, true, true]);
        for (const { key } of setups) await panic.roomIsLive(key);
        for (const { key } of setups) expect(rig.service.muted(key)).toBe(true);
        await panic.set(false);
        const stillMuted = setups.filter(({ key }) => rig.service.muted(key)).map(({ key }) => key);
        expect(stillMuted).toEqual(setups.filter(({ muted }) => muted).map(({ key }) => key));
      }),
    ));

  it('is on disk before anything is sent, so that a crash in the middle can still be ended', async () => {
    const rig = createRig([roomOf('app/a')]);
    const { act } = rig.service.rooms;
    const kept: (boolean | undefined)[] = [];
    Object.assign(rig.service.rooms, {
      act: (...input: Parameters<typeof act>) => {
        kept.push(rig.document().on, rig.document().rooms[0]?.state === 'locking');
        return act(...input);
      },
    });
    await rig.start().set(true);
    expect(kept).toEqual([true, true]);
  });

  it('that crashed before the answer came is ended by letting the room speak', async () => {
    const rig = createRig([roomOf('app/a')]);
    Object.assign(rig.service.rooms, {
      act: async () => {
        rig.service.byHand('app/a', true);
        return new Promise(() => undefined);
      },
    });
    void rig.start().set(true);
    await Promise.resolve();
    const fresh = createServiceDouble([roomOf('app/a', { muted: true })]);
    Object.assign(rig.service.rooms, fresh.rooms);
    const panic = rig.restart();
    await panic.roomIsLive('app/a');
    expect(panic.view().rooms).toMatchObject([{ state: 'locked', before: false, entryId: '' }]);
    await panic.set(false);
    expect(fresh.muted('app/a')).toBe(false);
  });

  it('shows a room that refused with the reason, and tries it again when told once more', async () => {
    const rig = createRig([roomOf('app/a', { refusesLock: true }), roomOf('app/b')]);
    const panic = rig.start();
    const first = await panic.set(true);
    expect(first.rooms.map(({ state, error }) => [state, error?.text.en])).toEqual([
      ['failed', 'Refused.'],
      ['locked', undefined],
    ]);
    rig.service.refuse('app/a', false);
    const again = await panic.set(true);
    expect(again.rooms.map(({ state }) => state)).toEqual(['locked', 'locked']);
    expect(rig.service.sent()).toBe(3);
  });

  it('says which room is still muted after its end, until that one is released, too', async () => {
    const rig = createRig([roomOf('app/a'), roomOf('app/b')]);
    const panic = rig.start();
    await panic.set(true);
    rig.service.refuse('app/a', true);
    const ended = await panic.set(false);
    expect(ended.on).toBe(false);
    expect(ended.rooms).toMatchObject([{ roomKey: 'app/a', state: 'still-locked' }]);
    rig.service.refuse('app/a', false);
    expect((await panic.set(false)).rooms).toEqual([]);
    expect(rig.service.muted('app/a')).toBe(false);
  });

  it('leaves alone what a moderator has undone meanwhile', async () => {
    const rig = createRig([roomOf('app/a')]);
    const panic = rig.start();
    const { rooms } = await panic.set(true);
    await rig.service.undoByHand(rooms[0]?.entryId ?? '');
    expect((await panic.set(false)).rooms).toEqual([]);
    expect(rig.service.muted('app/a')).toBe(false);
    expect(rig.service.sent()).toBe(2);
  });

  it('reaches a room that is opened while it lasts', async () => {
    const rig = createRig([roomOf('app/a')]);
    const { open } = rig.service.rooms;
    Object.assign(rig.service.rooms, { open: () => [] });
    const panic = rig.start();
    await panic.set(true);
    Object.assign(rig.service.rooms, { open });
    await panic.roomIsLive('app/a');
    expect(rig.service.muted('app/a')).toBe(true);
    await panic.set(false);
    expect(rig.service.muted('app/a')).toBe(false);
  });

  it('keeps an overlay blank afterwards that was blanked by hand while it lasted', async () => {
    const rig = createRig([]);
    const panic = rig.start();
    await panic.set(true);
    panic.keepBlank(['side']);
    await panic.set(false);
    expect([rig.blank('main'), rig.blank('side')]).toEqual([false, true]);
  });

  it('ends exactly when its key is pressed faster than the rooms answer', async () => {
    const rig = createRig([roomOf('app/a'), roomOf('app/b', { muted: true })]);
    const panic = rig.start();
    await Promise.all([panic.set(true), panic.set(false), panic.set(true), panic.set(false)]);
    expect([rig.service.muted('app/a'), rig.service.muted('app/b')]).toEqual([false, true]);
    expect(panic.view().rooms).toEqual([]);
    expect([rig.strict(), rig.blank('main')]).toEqual([false, false]);
  });
});
