import { describe, expect, it } from 'vitest';
import { createCopy } from '../../../renderer/panel/features/toasts/copying.ts';
import { createToasts } from '../../../renderer/panel/features/toasts/toasts.ts';

describe('copying', () => {
  it('says so where the clipboard is refused, offers another try, and what comes after goes on', async () => {
    const written: string[] = [];
    let allowed = false;
    const toasts = createToasts({ now: () => 0 });
    const copy = createCopy({
      toasts,
      write: async (text) => {
        if (!allowed) throw new DOMException('Write permission denied.', 'NotAllowedError');
        written.push(text);
      },
    });
    expect(await copy('an address')).toBe(false);
    const [toast] = toasts.store.getState();
    if (toast === undefined) throw new Error('nothing was said');
    expect(toast.title({ t: (key: string) => key } as never)).toBe('copy.failed');
    expect(toast.troubles[0]?.error.text.en).toContain('NotAllowedError');
    expect(JSON.stringify(toast.troubles)).not.toContain('an address');
    allowed = true;
    toasts.retry(toast);
    expect(written).toEqual(['an address']);
    expect(toasts.store.getState()).toEqual([]);
  });

  it('says nothing where it is done', async () => {
    const toasts = createToasts({ now: () => 0 });
    expect(await createCopy({ toasts, write: async () => undefined })('x')).toBe(true);
    expect(toasts.store.getState()).toEqual([]);
  });
});
