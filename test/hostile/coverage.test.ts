import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { overlayPageFrameSchema } from '../../main/contract/overlay-protocol.ts';
import { ok } from '../../main/contract/result.ts';
import type { ImAdmin } from '../../main/core/im-admin/im-admin.ts';
import { connectTo } from '../integration/im-admin/connect.ts';
import { peopleExamples } from '../integration/im-admin/examples/people.ts';
import { roomExamples } from '../integration/im-admin/examples/rooms.ts';
import { wordExamples } from '../integration/im-admin/examples/words.ts';
import { goodPageFrames } from './page-frames.ts';
import { storedDocuments } from './stored-documents.ts';

/**
 * Whoever adds a door must say what happens when something bad comes through it. Calls of the contract need no list:
 * `test/contract` makes its input from each call's own schema.
 */
const root = resolve(import.meta.dirname, '../..');

it('every command of the admin interface is answered with nonsense somewhere', async () => {
  using client = connectTo('http://127.0.0.1:1');
  const notCommands = ['waiting', 'dispose'];
  const commands = Object.keys(client.admin).filter((name) => !notCommands.includes(name));
  const asked = new Set<string>();
  const noting = new Proxy(client.admin, {
    get: (_admin, name) => {
      asked.add(String(name));
      return async () => ok(null);
    },
  }) as ImAdmin;
  for (const { call } of Object.values({ ...peopleExamples, ...roomExamples, ...wordExamples }))
    await call(noting);
  expect(commands.filter((name) => !asked.has(name))).toEqual([]);
});

it('every document that is stored is opened damaged', () => {
  const sources = readdirSync(join(root, 'main'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, 'main', file), 'utf8'));
  const opened = sources.flatMap((source) =>
    [...source.matchAll(/openDocument\(\{[\s\S]{0,300}?\bschema: (\w+)/g)].map(([, name]) => name),
  );
  const listed = readFileSync(join(import.meta.dirname, 'stored-documents.ts'), 'utf8');
  expect(opened.length).toBeGreaterThanOrEqual(storedDocuments.length);
  expect(opened.filter((name) => !listed.includes(`, ${name}, `))).toEqual([]);
});

it('every kind of frame of an overlay page comes spoilt', () => {
  const kinds = overlayPageFrameSchema.options.map(({ shape }) => shape.type.value).toSorted();
  expect(goodPageFrames.map(({ type }) => type).toSorted()).toEqual(kinds);
  for (const frame of goodPageFrames) expect(overlayPageFrameSchema.safeParse(frame).success).toBe(true);
});
