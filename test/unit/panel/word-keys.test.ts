import { describe, expect, it } from 'vitest';
import { createWordKeys } from '../../../renderer/panel/features/word-keys/index.ts';

const rig = () => {
  const done: string[] = [];
  const keys = createWordKeys({
    goThere: () => {
      done.push('go');
      return true;
    },
  });
  const note = (name: string) => () => {
    done.push(name);
    return true;
  };
  const show = () => keys.offer({ search: note('search'), add: note('add'), close: note('close') });
  return { done, keys, show };
};

describe('the keys of the words page', () => {
  it('go there first where the page is not on screen, and then do what was asked', () => {
    const { done, keys, show } = rig();
    expect(keys.add()).toBe(true);
    show();
    expect(done).toEqual(['go', 'add']);
  });

  it('act on the page while it is on screen, and have nothing to close when it is not', () => {
    const { done, keys, show } = rig();
    const takeBack = show();
    keys.search();
    keys.close();
    takeBack();
    expect(keys.close()).toBe(false);
    expect(done).toEqual(['search', 'close']);
  });
});
