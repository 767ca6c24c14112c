import { describe, expect, it } from 'vitest';
import { cutToBytes } from '../../../main/core/im-admin/fields.ts';

describe('a text that is longer than the service takes', () => {
  it('is cut between two characters, and a shorter one is left as it is', () => {
    expect(cutToBytes('骂骂骂', 8)).toBe('骂骂');
    expect(cutToBytes('ab😀', 5)).toBe('ab');
    expect(cutToBytes('ab😀', 6)).toBe('ab😀');
    expect(cutToBytes('', 6)).toBe('');
  });
});
