import { describe, expect, test } from 'vitest';
import { createIdentity, tinyIdOf } from '../../../main/rehearsal/identity.ts';

describe('who the service is', () => {
  test('is the same for the same seed', () => {
    expect(createIdentity({ seed: 42 })).toEqual(createIdentity({ seed: 42 }));
  });

  test('is another for another seed', () => {
    const one = createIdentity({ seed: 1 });
    const two = createIdentity({ seed: 2 });
    expect(one.sdkAppId).not.toBe(two.sdkAppId);
    expect(one.secretKey).not.toBe(two.secretKey);
  });

  test('has a key nobody can guess when no seed is given', () => {
    const { seed, secretKey } = createIdentity({});
    expect(createIdentity({ seed }).secretKey).not.toBe(secretKey);
  });

  test.each([0, 1, 7, 4_294_967_295])('looks like an app of the region China for seed %i', (seed) => {
    const { sdkAppId, secretKey } = createIdentity({ seed });
    expect(sdkAppId).toBeGreaterThan(1_400_000_000);
    expect(sdkAppId).toBeLessThan(1_500_000_000);
    expect(secretKey).toMatch(/^[0-9a-f]{64}$/);
  });

  test('takes an app and a key from outside, to go on after a restart', () => {
    const identity = createIdentity({ sdkAppId: 1_400_000_007, secretKey: 'abc' });
    expect(identity).toMatchObject({ sdkAppId: 1_400_000_007, secretKey: 'abc' });
  });

  test('gives each user one TinyId of eighteen digits', () => {
    expect(tinyIdOf('ann')).toMatch(/^144115\d{12}$/);
    expect(tinyIdOf('ann')).toBe(tinyIdOf('ann'));
    expect(tinyIdOf('ann')).not.toBe(tinyIdOf('bob'));
  });
});
