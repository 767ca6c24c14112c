import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from './fault.ts';
import { faults } from './faults.ts';
import { playFaults } from './round.ts';
import { openStage, type Stage } from './stage.ts';

/** The short form of `npm run test:faults`: the worst of each kind, some of them together. */
const named = (name: string): Fault => {
  const found = faults.find((fault) => fault.name === name);
  if (found === undefined) throw new Error(`no fault is called ${name}`);
  return found;
};

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ seed: 3, onSmallDisk: false });
});
afterAll(async () => {
  expect(await stage.close()).toEqual([]);
});

describe('a VJ who hides, mutes and bans', () => {
  it.each([
    ['s1', ['clock set 10 min back', 'REST connection cut', 'socket cut', 'duplicates']],
    ['s2', ['UserSig expires while live', 'service clock 10 min ahead']],
    ['s3', ['feed process killed', 'overlay restarted']],
    ['s4', ['main process killed between journal and answer']],
  ])('sees every action end once, and nothing hidden come back (%s): %j', async (tag, names) => {
    expect(await playFaults(stage, names.map(named), tag)).toEqual([]);
  });
});
