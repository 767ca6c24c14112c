import { expect, test } from 'vitest';
import { regionOfSdkAppId, regions } from '../../../main/core/accounts/region.ts';

test.each([
  [1400000000, 'china'],
  [1600000000, 'china'],
  [1234, 'china'],
  [19_999_999, 'china'],
  [20_000_000, 'singapore'],
  [1_720_000_000, 'singapore'],
  [30_000_001, 'seoul'],
  [1_735_000_000, 'seoul'],
  [40_000_001, 'frankfurt'],
  [1_749_999_999, 'frankfurt'],
  [50_000_001, 'mumbai'],
  [60_000_001, 'tokyo'],
  [1_765_000_000, 'tokyo'],
  [70_000_001, 'silicon-valley'],
  [80_000_001, 'jakarta'],
  [1_789_999_999, 'jakarta'],
  [90_000_000, 'china'],
  [1_790_000_000, 'china'],
])('SDKAppID %i belongs to %s', (sdkAppId, name) => {
  expect(regionOfSdkAppId(sdkAppId).name).toBe(name);
});

test('every region has a domain, and no domain serves two regions', () => {
  const domains = regions.flatMap((region) => region.domains);
  expect(regions.every((region) => region.domains.length >= 1)).toBe(true);
  expect(new Set(domains).size).toBe(domains.length);
});
