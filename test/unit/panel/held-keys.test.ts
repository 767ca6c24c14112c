import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Commands } from '../../../renderer/panel/features/commands/create-commands.ts';
import { bindings, type CommandId, commandIds } from '../../../renderer/panel/features/commands/keymap.ts';
import { listenToKeys } from '../../../renderer/panel/features/commands/listen-keys.ts';
import { createShell } from '../../../renderer/panel/features/shell/shell.ts';

/** Node has events and targets, but no elements: the focus is in none of them. */
beforeEach(() => vi.stubGlobal('Element', class {}));
afterEach(() => vi.unstubAllGlobals());

const listen = (nothingToActOn: readonly CommandId[] = []) => {
  const host = new EventTarget();
  const run: CommandId[] = [];
  const commands = Object.fromEntries(
    commandIds.map((id) => [
      id,
      () => {
        run.push(id);
        return !nothingToActOn.includes(id);
      },
    ]),
  ) as Commands;
  listenToKeys(host as Window, {
    commands,
    keymap: {
      state: createStore(() => ({ table: bindings, recording: false })),
      own: () => ({}),
      add: () => undefined,
      remove: () => undefined,
      reset: () => undefined,
      resetAll: () => undefined,
      record: () => undefined,
      dispose: () => undefined,
    },
    shell: createShell('deck'),
  });
  /** A key that is held until it has repeated so often; answers which of its events were kept from the browser. */
  const holdDown = (key: string, repeats: number, held: { readonly shiftKey?: boolean } = {}): boolean[] =>
    Array.from({ length: repeats + 1 }, (_, index) => {
      const event = Object.assign(new Event('keydown', { cancelable: true }), {
        key,
        code: '',
        repeat: index > 0,
        shiftKey: held.shiftKey ?? false,
        ctrlKey: false,
        metaKey: false,
        altKey: false,
        isComposing: false,
        getModifierState: () => false,
      });
      host.dispatchEvent(event);
      return event.defaultPrevented;
    });
  return { run, holdDown };
};

describe('a key that is held a little too long', () => {
  it('decides, takes back and switches once', () => {
    const { run, holdDown } = listen();
    holdDown('a', 20);
    holdDown('u', 20);
    holdDown('o', 20);
    holdDown('X', 20, { shiftKey: true });
    expect(run).toEqual(['approve', 'undo', 'blankNow', 'muteAll']);
  });

  it('goes on moving, choosing on the way, and making columns wider', () => {
    const { run, holdDown } = listen();
    holdDown('j', 2);
    holdDown('K', 1, { shiftKey: true });
    holdDown('=', 1);
    expect(run).toEqual(['down', 'down', 'down', 'extendUp', 'extendUp', 'columnWider', 'columnWider']);
  });

  it('writes nothing into the field that its press has opened, and scrolls nothing', () => {
    expect(listen().holdDown('c', 2)).toEqual([true, true, true]);
    expect(listen().holdDown(' ', 2)).toEqual([true, true, true]);
  });

  it('is the browser’s where its press was', () => {
    expect(listen(['pause']).holdDown(' ', 2)).toEqual([false, false, false]);
  });
});
