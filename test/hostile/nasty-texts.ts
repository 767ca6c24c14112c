import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const fileSchema = z.array(
  z.object({ name: z.string(), text: z.string(), times: z.number().int().optional() }),
);
const file = resolve(import.meta.dirname, '../fixtures/hostile/nasty-texts.json');

export type NastyText = { readonly name: string; readonly text: string };

/** Texts that have broken chat programs; `window.__canary` in one of them must never be called. */
export const nastyTexts: readonly NastyText[] = fileSchema
  .parse(JSON.parse(readFileSync(file, 'utf8')))
  .map(({ name, text, times = 1 }) => ({ name, text: text.repeat(times) }));

/** Stands for a nasty text on its way through the service, which would refuse the longest of them. */
const mark = (index: number, depth: number) => `@nasty:${depth}:${index}@`;
/** In a text or a name. */
export const asText = (index: number): string => mark(index, 1);
/** In JSON that itself is a text of a message. */
export const insideJson = (index: number): string => mark(index, 2);

const escaped = (text: string, depth: number): string => {
  let inner = text;
  for (let level = 0; level < depth; level += 1) inner = JSON.stringify(inner).slice(1, -1);
  return inner;
};

/** Puts the nasty texts in place of their marks, in a frame on its way from the service to the SDK. */
export const withNastyTexts = (frame: string): string =>
  frame.replace(/@nasty:(\d):(\d+)@/g, (_mark, depth: string, index: string) =>
    escaped(nastyTexts[Number(index)]?.text ?? '', Number(depth)),
  );
