import { describe, expect, it } from 'vitest';
import { acceleratorSchema } from '../../../main/contract/models/desktop.ts';
import { acceleratorOf, acceleratorText } from '../../../renderer/panel/features/desktop/accelerator.ts';

const press = (code: string, held: readonly ('ctrl' | 'meta' | 'alt' | 'shift')[] = []) =>
  acceleratorOf({
    key: '',
    code,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    altKey: held.includes('alt'),
    shiftKey: held.includes('shift'),
  });

describe('a key press as a global shortcut', () => {
  it.each([
    ['F9', [], 'F9'],
    ['KeyK', ['ctrl', 'shift'], 'Control+Shift+K'],
    ['Digit1', ['alt'], 'Alt+1'],
    ['Numpad5', ['meta'], 'Super+num5'],
    ['ArrowUp', ['ctrl', 'alt'], 'Control+Alt+Up'],
  ] as const)('%s with %o is %s, and the contract takes it', (code, held, name) => {
    expect(press(code, held)).toBe(name);
    expect(acceleratorSchema.safeParse(name).success).toBe(true);
  });

  it('is none without a modifier, or of a modifier alone', () => {
    expect([press('KeyK'), press('Space'), press('ControlLeft', ['ctrl'])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a global shortcut in words', () => {
  it.each([
    ['CommandOrControl+Shift+F9', 'win32', 'Ctrl + Shift + F9'],
    ['Control+Alt+Up', 'linux', 'Ctrl + Alt + Up'],
    ['Super+num5', 'win32', 'Win + num5'],
    ['CommandOrControl+Shift+F9', 'darwin', '⌘ ⇧ F9'],
    ['', 'darwin', ''],
  ])('%s on %s reads %s', (accelerator, platform, words) => {
    expect(acceleratorText(accelerator, platform)).toBe(words);
  });
});
