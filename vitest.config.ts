import { defineConfig } from 'vitest/config';

const common = {
  environment: 'node',
  pool: 'forks',
  // What is waited for ends the wait; the limits are for what never comes, on a machine that does much else.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 15_000 } },
} as const;

/** No module of ours keeps state, so the files of these suites can share what they load: a quarter of the work. */
const shared = { ...common, isolate: false } as const;

export default defineConfig({
  test: {
    // Two cores: more workers only make real processes and browsers wait for each other.
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'] } },
      { test: { ...shared, name: 'contract', include: ['test/contract/**/*.test.ts'] } },
      {
        test: {
          ...shared,
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: 'test/support/ensure-built.ts',
        },
      },
      {
        test: {
          ...common,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          globalSetup: 'test/support/ensure-built.ts',
          fileParallelism: false,
        },
      },
      {
        test: {
          ...common,
          name: 'hostile',
          include: ['test/hostile/**/*.test.ts'],
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...common,
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
