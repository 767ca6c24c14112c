import { describe, expect, test } from 'vitest';
import { createFaults, faultsSchema } from '../../../main/rehearsal/faults/faults.ts';

const patch = (value: unknown) => faultsSchema.partial().parse(value);

describe('faults', () => {
  test('hit the next calls of their command, and then no more', () => {
    const faults = createFaults();
    faults.change(patch({ rest: [{ kind: 'server-error', times: 2, command: 'a/b' }] }));
    expect(faults.takeRest('c/d')).toBeUndefined();
    expect(faults.takeRest('a/b')).toMatchObject({ kind: 'server-error' });
    expect(faults.takeRest('a/b')).toMatchObject({ kind: 'server-error' });
    expect(faults.takeRest('a/b')).toBeUndefined();
    expect(faults.plan().rest).toEqual([]);
  });

  test('without a command hit any', () => {
    const faults = createFaults();
    faults.change(patch({ socket: [{ kind: 'silence' }] }));
    expect(faults.takeSocket('heartbeat.alive')).toMatchObject({ kind: 'silence' });
    expect(faults.takeSocket('heartbeat.alive')).toBeUndefined();
  });

  test('are changed one by one', () => {
    const faults = createFaults();
    faults.change(patch({ duplicates: 5 }));
    faults.change(patch({ outOfOrder: true }));
    expect(faults.plan()).toMatchObject({ duplicates: 5, outOfOrder: true, refuseSockets: false });
  });

  test('that do not exist are refused', () => {
    expect(faultsSchema.partial().safeParse({ restDelay: 5 }).success).toBe(false);
  });
});
