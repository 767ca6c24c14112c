import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { wordRuleSchema } from '../../main/contract/models/word-rule.ts';
import type { Result } from '../../main/contract/result.ts';
import { readKey } from '../../main/core/accounts/key-material.ts';
import { openPass, type PassContents, sealPass } from '../../main/core/accounts/pass-text.ts';
import { signUserSigV2 } from '../../main/core/accounts/user-sig.ts';
import { openDocument } from '../../main/core/settings/documents.ts';
import { createCharacters } from '../../main/core/words/characters.ts';
import { importList, type ListFormat } from '../../main/core/words/lists/import-list.ts';
import { confDocument } from '../../main/hosts/browser/conf-document.ts';
import { fuzzRuns } from '../support/fuzz/runs.ts';
import { spoilings, spoilt } from '../support/fuzz/spoil.ts';
import { makePem, makeZip, secret } from '../unit/accounts/keys.ts';
import { nastyTexts } from './nasty-texts.ts';
import { storedDocuments } from './stored-documents.ts';

/** Something that people can read, in both languages, and nothing of the key. */
const isTold = (result: Result<unknown>, hidden: readonly string[] = []): boolean => {
  const said = JSON.stringify(result);
  if (hidden.some((part) => said.includes(part))) return false;
  return result.ok || (result.error.text.en.length > 10 && result.error.text['zh-CN'].length > 3);
};

const flipped = (bytes: Uint8Array, at: number, bit: number): Uint8Array => {
  const changed = bytes.slice();
  const place = at % Math.max(1, changed.length);
  changed[place] = (changed[place] ?? 0) ^ (1 << bit);
  return changed;
};

describe('a file that is given as a key', () => {
  const pem = makePem();
  const body = pem.privateKey.split('\n')[1] ?? '';
  const zip = makeZip({ private_key: pem.privateKey, public_key: pem.publicKey });
  const bytesOf = (text: string) => new TextEncoder().encode(text);

  it('and is not whole, or of another kind, is a key or a clear refusal that shows nothing of it', () => {
    const files = [zip, bytesOf(pem.privateKey), bytesOf(secret)];
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(10_000), fc.nat(7)), { maxLength: 6 }),
        fc.nat(10_000),
        (file, flips, cut) => {
          const spoiltFile = flips.reduce((bytes, [at, bit]) => flipped(bytes, at, bit), file);
          const part = cut % 3 === 0 ? spoiltFile.slice(0, cut % file.length) : spoiltFile;
          return isTold(readKey({ file: part }), [body, secret]);
        },
      ),
      { numRuns: fuzzRuns(300) },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), (file) => isTold(readKey({ file }))),
      { numRuns: fuzzRuns(200) },
    );
  });

  it.each([
    '../../../../etc/private_key',
    '/etc/private_key',
    'C:\\Windows\\private_key',
    '..\\..\\private_key',
    'private_key\u0000.pem',
    `${'d/'.repeat(500)}private_key`,
    '\u202eyek_etavirp',
    'PRIVATE_KEY.PEM',
  ])('that names itself %j writes nothing and leads nowhere', (name) => {
    expect(isTold(readKey({ file: makeZip({ [name]: pem.privateKey }) }), [body])).toBe(true);
  });

  it.each(nastyTexts.map(({ name, text }) => [name, text]))(
    'or pasted as one: %s is refused in words',
    (_name, text) => {
      const result = readKey({ text });
      expect(result.ok).toBe(false);
      expect(isTold(result)).toBe(true);
      expect(JSON.stringify(result).length).toBeLessThan(2_000);
    },
  );
});

describe('a pass', () => {
  const passphrase = 'blue kettle seven';
  const now = Date.now();
  const sig = signUserSigV2({
    sdkAppId: 1400000000,
    userId: 'mod',
    expireSeconds: 3600,
    now,
    secretKey: secret,
  });
  const contents: PassContents = {
    app: 1400000000,
    user: 'mod',
    nick: 'Mod',
    label: 'Night',
    sig,
    from: now,
    to: now + 3_600_000,
    rooms: ['night-show'],
    may: ['say'],
  };

  it('that somebody with the passphrase made wrong is refused, or holds no more than it may', async () => {
    await fc.assert(
      fc.asyncProperty(spoilings, async (spoiling) => {
        const sealed = await sealPass(
          (spoilt(contents, spoiling) ?? null) as PassContents,
          passphrase,
          randomBytes,
        );
        const opened = await openPass(sealed.ok ? sealed.value : '', passphrase);
        expect(isTold(opened, opened.ok ? [] : [sig])).toBe(true);
        if (opened.ok) expect(opened.value.rooms.length).toBeGreaterThan(0);
      }),
      // Each try makes and opens a seal, which is slow on purpose.
      { numRuns: fuzzRuns(2), endOnFailure: true },
    );
  });

  it.each(nastyTexts.map(({ name, text }) => [name, text]))('is not what %s is', async (_name, text) => {
    for (const given of [text, `LDP1.${text}`, `livedeck://pass/${text}`]) {
      const opened = await openPass(given, passphrase);
      expect(opened.ok).toBe(false);
      expect(isTold(opened)).toBe(true);
    }
  });
});

describe('a word list', () => {
  const characters = createCharacters();
  const formats: readonly ListFormat[] = ['txt', 'csv', 'json'];
  const utf16 = (text: string, little: boolean): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return little ? bytes : bytes.swap16();
  };
  const read = (bytes: Uint8Array, format: ListFormat) => {
    let id = 0;
    const newId = () => {
      id += 1;
      return `r${id}`;
    };
    return importList(bytes, { format, existing: [], existingGroups: [], newId, characters });
  };
  const judge = (bytes: Uint8Array, format: ListFormat): boolean => {
    const result = read(bytes, format);
    return (
      isTold(result.ok ? { ok: true, value: null } : result) &&
      (!result.ok || result.value.rules.every((rule) => wordRuleSchema.safeParse(rule).success))
    );
  };

  it.each(formats)('of nasty texts in every encoding gives rules that the rules may be (%s)', (format) => {
    const lines = nastyTexts.map(({ text }) => text.slice(0, 5_000));
    const all = format === 'json' ? JSON.stringify(lines) : lines.join('\n');
    for (const bytes of [new TextEncoder().encode(all), utf16(all, true), utf16(all, false)])
      expect(judge(bytes, format)).toBe(true);
  });

  it('of any bytes at all, in GBK, Big5 or nothing that there is, is read or refused', () => {
    const doubleBytes = fc
      .array(fc.tuple(fc.integer({ min: 0x81, max: 0xfe }), fc.integer({ min: 0x40, max: 0xfe })))
      .map((pairs) => Uint8Array.from(pairs.flat()));
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 2_000 }), doubleBytes);
    fc.assert(
      fc.property(bytes, fc.constantFrom(...formats), (file, format) => judge(file, format)),
      { numRuns: fuzzRuns(200) },
    );
  });

  it('in JSON with anything anywhere is read or refused', () => {
    const list = { words: ['one', { text: 'two', level: 'hold', group: 'g' }], allow: ['three'] };
    fc.assert(
      fc.property(spoilings, (spoiling) =>
        judge(new TextEncoder().encode(JSON.stringify(spoilt(list, spoiling)) ?? ''), 'json'),
      ),
      { numRuns: fuzzRuns(200) },
    );
  });
});

describe.each(storedDocuments)('the stored document %s', (name, schema, stored) => {
  const whole = schema.parse(stored);
  const bytes = fc.oneof(
    spoilings.map((spoiling) => JSON.stringify(spoilt(whole, spoiling)) ?? ''),
    fc.tuple(fc.nat(5_000), fc.string({ maxLength: 4 })).map(([at, odd]) => {
      const text = JSON.stringify(whole);
      return text.slice(0, at % text.length) + odd;
    }),
    fc.string(),
    fc.constantFrom('\u0000'.repeat(4_096), '[]', 'null', `{"x":${'['.repeat(5_000)}`),
  );

  it('always opens with values that it may have, and loses nothing of what stood in the file', () => {
    fc.assert(
      fc.property(bytes, (text) => {
        const dir = mkdtempSync(join(tmpdir(), 'livedeck-documents-'));
        try {
          writeFileSync(join(dir, `${name}.json`), text);
          const reports: unknown[] = [];
          const document = openDocument({
            file: confDocument(dir, name),
            schema: schema as z.ZodType<Readonly<Record<string, unknown>>>,
            now: () => 0,
            report: (told) => reports.push(told),
          });
          expect(schema.safeParse(document.get()).success).toBe(true);
          if (reports.length === 0) return;
          const kept = readdirSync(dir).map((file) => readFileSync(join(dir, file), 'utf8'));
          expect(kept).toContain(text);
        } finally {
          rmSync(dir, { recursive: true });
        }
      }),
      { numRuns: fuzzRuns(40) },
    );
    expect(Reflect.get({}, 'isAdmin')).toBe(undefined);
  });
});
