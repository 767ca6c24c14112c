import { correctionFor } from './reed-solomon.ts';

/** Per version 1 to 40 at level L: correction codewords in each block, and blocks (ISO/IEC 18004, table 9). */
const CORRECTION_PER_BLOCK = [
  7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30,
  30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
];
const BLOCKS = [
  1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18,
  19, 19, 20, 21, 22, 24, 25,
];
const MOST_VERSION = 40;
const BYTE_MODE = 0b0100;
/** What fills up a code that is not full, in turns. */
const PADDING = [0xec, 0x11];

/** Codewords that fit into the square of a version, once its patterns are taken off. */
const totalCodewords = (version: number): number => {
  const aligned = version === 1 ? 0 : Math.floor(version / 7) + 2;
  const side = version * 4 + 17;
  const finders = 3 * 64;
  const timing = 2 * (side - 16);
  const alignment = aligned === 0 ? 0 : (aligned ** 2 - 3) * 25 - (aligned - 2) * 10;
  const formatAndVersion = 31 + (version >= 7 ? 36 : 0);
  return Math.floor((side ** 2 - finders - timing - alignment - formatAndVersion) / 8);
};

const correctionOf = (version: number) => CORRECTION_PER_BLOCK[version - 1] ?? 0;
const blocksOf = (version: number) => BLOCKS[version - 1] ?? 1;
const dataCodewords = (version: number) =>
  totalCodewords(version) - correctionOf(version) * blocksOf(version);

const headerBits = (version: number) => 4 + (version < 10 ? 8 : 16);

/** The smallest version that holds so many bytes; undefined where none does. */
const versionFor = (length: number): number | undefined => {
  for (let version = 1; version <= MOST_VERSION; version += 1)
    if (dataCodewords(version) * 8 >= headerBits(version) + length * 8) return version;
  return undefined;
};

const dataOf = (bytes: Uint8Array, version: number): readonly number[] => {
  const bits: number[] = [];
  const push = (value: number, count: number) => {
    for (let bit = count - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1);
  };
  push(BYTE_MODE, 4);
  push(bytes.length, headerBits(version) - 4);
  for (const byte of bytes) push(byte, 8);
  const capacity = dataCodewords(version) * 8;
  push(0, Math.min(4, capacity - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  const words = Array.from({ length: bits.length / 8 }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((word, bit) => word * 2 + bit, 0),
  );
  for (let turn = 0; words.length < capacity / 8; turn += 1) words.push(PADDING[turn % 2] ?? 0);
  return words;
};

/** Cuts the data into the version's blocks; the last ones are one longer where it does not come out even. */
const blocksOfData = (data: readonly number[], version: number): readonly (readonly number[])[] => {
  const count = blocksOf(version);
  const short = Math.floor(data.length / count);
  const shortBlocks = count - (data.length % count);
  let at = 0;
  return Array.from({ length: count }, (_, index) => {
    const from = at;
    at += short + (index < shortBlocks ? 0 : 1);
    return data.slice(from, at);
  });
};

/** First of each block, second of each block, and so on. */
const interleave = (blocks: readonly (readonly number[])[]): readonly number[] => {
  const longest = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: longest }, (_, index) =>
    blocks.flatMap((block) => block.slice(index, index + 1)),
  ).flat();
};

/** A text as codewords of a QR code at level L; undefined where it is too long for any. */
export const encodeCodewords = (
  text: string,
): { readonly version: number; readonly codewords: readonly number[] } | undefined => {
  const bytes = new TextEncoder().encode(text);
  const version = versionFor(bytes.length);
  if (version === undefined) return undefined;
  const blocks = blocksOfData(dataOf(bytes, version), version);
  const corrections = blocks.map((block) => correctionFor(block, correctionOf(version)));
  return { version, codewords: [...interleave(blocks), ...interleave(corrections)] };
};
