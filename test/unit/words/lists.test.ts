import { describe, expect, it } from 'vitest';
import {
  defaultWordSettings,
  type ImportReport,
  type WordBook,
} from '../../../main/contract/models/word-rule.ts';
import { exportList } from '../../../main/core/words/lists/export-list.ts';
import { type ImportOptions, importList } from '../../../main/core/words/lists/import-list.ts';
import { pattern, rule } from './make-rule.ts';

const counter = (): (() => string) => {
  let last = 0;
  return () => {
    last += 1;
    return `id${last}`;
  };
};

const options = (fields: Partial<ImportOptions> = {}): ImportOptions => ({
  format: 'txt',
  existing: [],
  existingGroups: [],
  newId: counter(),
  ...fields,
});

const read = (bytes: Uint8Array | string, fields: Partial<ImportOptions> = {}): ImportReport => {
  const result = importList(
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    options(fields),
  );
  if (!result.ok) throw new Error(result.error.text.en);
  return result.value;
};
const texts = (report: ImportReport): string[] => report.rules.map(({ text }) => text);
const fates = (report: ImportReport): string[] => report.lines.map(({ fate }) => fate);

/** 微信, 博彩 and 㐀 in GB 18030. */
const GB18030 = Uint8Array.of(
  0xce,
  0xa2,
  0xd0,
  0xc5,
  0x0a,
  0xb2,
  0xa9,
  0xb2,
  0xca,
  0x0a,
  0x81,
  0x39,
  0xee,
  0x39,
);
/** 微信 and 博彩 in Big5. */
const BIG5 = Uint8Array.of(0xb7, 0x4c, 0xab, 0x48, 0x0a, 0xb3, 0xd5, 0xb1, 0x6d);
/** 微信 and 博彩 in GBK, which TextEncoder cannot write. */
const GBK = Uint8Array.of(0xce, 0xa2, 0xd0, 0xc5, 0x0d, 0x0a, 0xb2, 0xa9, 0xb2, 0xca);
const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array => {
  const units = [...(mark ? '\ufeff' : ''), ...text].map((character) => character.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
};

describe('the encoding of a list', () => {
  it('keeps a four-byte character of GB 18030', () => {
    expect(texts(read(GB18030))).toEqual(['微信', '博彩', '㐀']);
  });

  it.each([
    ['UTF-8', new TextEncoder().encode('微信\n博彩'), 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode('\ufeff微信\n博彩'), 'utf-8'],
    ['UTF-16 LE', utf16('微信\n博彩', true, true), 'utf-16le'],
    ['UTF-16 BE', utf16('微信\n博彩', false, true), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16('微信\n博彩', true, false), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16('微信\n博彩', false, false), 'utf-16be'],
    ['GBK', GBK, 'gb18030'],
    ['Big5', BIG5, 'big5'],
  ])('%s is known by itself', (_, bytes, encoding) => {
    const report = read(bytes);
    expect(report.encoding).toBe(encoding);
    expect(texts(report)).toEqual(['微信', '博彩']);
  });

  it('a file that is no text, or too large, is refused with what to do', () => {
    const noise = importList(Uint8Array.of(0xff, 0x00, 0x80, 0xff, 0xff), options());
    const huge = importList(new Uint8Array(5 * 1024 * 1024 + 1).fill(97), options());
    expect([noise.ok, huge.ok]).toEqual([false, false]);
    expect(huge.ok ? '' : huge.error.remedy?.en).toContain('Split');
  });
});

describe('a plain list', () => {
  it('reports the fate of every line, and the rest goes in', () => {
    const long = '长'.repeat(101);
    const report = read(
      [
        '微信',
        '',
        '# a comment',
        '微 信',
        'ＶＸ',
        'vx',
        long,
        '/a\\d+/',
        '/(a)\\1/',
        '\u200b',
        '\\#tag',
        '  spaced  ',
      ].join('\r\n'),
    );
    expect(fates(report)).toEqual([
      'added',
      'empty',
      'comment',
      'added',
      'added',
      'duplicate',
      'too-long',
      'added',
      'bad-pattern',
      'nothing-to-match',
      'added',
      'added',
    ]);
    expect(texts(report)).toEqual(['微信', '微 信', 'ＶＸ', 'a\\d+', '#tag', 'spaced']);
    expect(report.counts).toMatchObject({
      added: 6,
      duplicate: 1,
      empty: 1,
      'too-long': 1,
      'bad-pattern': 1,
    });
    expect(report.lines[8]?.reason?.en).toContain('Back references');
    expect(report.lines[6]?.line).toBe(7);
  });

  it('knows the words that are there already', () => {
    const report = read('微信\n博彩\n賭場', { existing: [rule('微信'), rule('赌场')] });
    expect(fates(report)).toEqual(['duplicate', 'added', 'duplicate']);
  });

  it('gives every rule the chosen defaults and an ID of its own', () => {
    const report = read('a1\nb2', { defaults: { level: 'block', groupId: 'g' } });
    expect(report.rules.map(({ id, level, groupId }) => [id, level, groupId])).toEqual([
      ['id1', 'block', 'g'],
      ['id2', 'block', 'g'],
    ]);
  });

  it('takes 100 000 words and reports what is over the limit', () => {
    const lines = Array.from({ length: 100_003 }, (_, index) => `词${index.toString(36)}`);
    const report = read(lines.join('\n'));
    expect(report.counts.added).toBe(100_000);
    expect(report.counts['over-limit']).toBe(3);
  });

  it('of 5 MB of empty lines lists some and counts all', () => {
    const report = read(new Uint8Array(5 * 1024 * 1024).fill(10));
    expect(report.counts.empty).toBe(5 * 1024 * 1024);
    expect(report.lines.length + report.linesLeftOut).toBe(5 * 1024 * 1024);
  });
});

describe('a table', () => {
  it('is read by its header, in whatever order and language', () => {
    const report = read('级别,词语,分组,例外\n拦截,"废,物",骂人,废物利用|废物箱\nhold,加群,骂人,\n', {
      format: 'csv',
      existingGroups: [],
    });
    expect(report.rules).toMatchObject([
      { text: '废,物', level: 'block', except: { words: ['废物利用', '废物箱'] } },
      { text: '加群', level: 'hold' },
    ]);
    expect(report.groups.map(({ name }) => name)).toEqual(['骂人']);
    expect(new Set(report.rules.map(({ groupId }) => groupId))).toEqual(new Set([report.groups[0]?.id]));
  });

  it.each([';', '\t'])('may be parted by %j', (delimiter) => {
    const report = read(`word${delimiter}level\nbad${delimiter}flag\n`, { format: 'csv' });
    expect(report.rules).toMatchObject([{ text: 'bad', level: 'flag' }]);
  });

  it('without a header has its words in the first column', () => {
    expect(texts(read('one,1\ntwo,2\n', { format: 'csv' }))).toEqual(['one', 'two']);
  });

  it('gives the line on which a quoted row begins', () => {
    const report = read('word,note\n"a1","two\nlines"\n,\nb2,\n', { format: 'csv' });
    expect(report.lines.map(({ line, fate }) => [line, fate])).toEqual([
      [1, 'comment'],
      [2, 'added'],
      [4, 'empty'],
      [5, 'added'],
    ]);
  });

  it('refuses a line of a table whose cells would make it another rule than was meant, and says why', () => {
    const report = read(
      [
        'word,level,where,expires,anywhere,remarks',
        'one,too,both,,,x',
        'two,block,somewhere,,,x',
        'three,block,nickname,soon,,x',
        'four,Block,昵称,2031-02-03,no,x',
      ].join('\n'),
      { format: 'csv', defaults: { level: 'hold', where: 'both', anywhere: true, groupId: null } },
    );
    expect(report.lines.map(({ fate, reason }) => [fate, reason?.en])).toEqual([
      ['comment', 'Columns that are not read: remarks.'],
      ['bad-entry', 'The column level has “too”. It takes: flag, hold, block.'],
      ['bad-entry', 'The column where has “somewhere”. It takes: text, nick, both.'],
      ['bad-entry', 'The column expires has “soon”. It takes: 2030-12-31, 2030-12-31T20:00.'],
      ['added', undefined],
    ]);
    expect(report.rules).toMatchObject([
      { text: 'four', level: 'block', where: 'nick', anywhere: false, expiresAt: Date.parse('2031-02-03') },
    ]);
  });

  it('a field that does not fit is told and the other rows go in', () => {
    const report = read('word,rooms\nbad,noslash\ngood,a/1\n', { format: 'csv' });
    expect(fates(report)).toEqual(['comment', 'bad-entry', 'added']);
  });
});

describe('JSON', () => {
  it('may be an array of words or rules', () => {
    const report = read('["one", {"text": "two", "level": "flag"}, {"level": "x"}, 5, "", "ONE"]', {
      format: 'json',
    });
    expect(fates(report)).toEqual(['added', 'added', 'bad-entry', 'bad-entry', 'empty', 'duplicate']);
    expect(report.rules[1]).toMatchObject({ text: 'two', level: 'flag' });
  });

  it.each(['{', 'null', '{"words": []}', '17'])('%j is refused as a whole', (text) => {
    expect(importList(new TextEncoder().encode(text), options({ format: 'json' })).ok).toBe(false);
  });
});

describe('what is exported', () => {
  const book: WordBook = {
    rules: [
      rule('微信', {
        also: ['vx', 'a|b'],
        groupId: 'g',
        rooms: ['acc/1'],
        expiresAt: 1_700_000_000_000,
        except: { words: ['卑微信仰'], userIds: ['u1'], roles: ['admin'] },
        ladder: { steps: [{ do: 'hide', atStrike: 1 }], forgetAfterSeconds: 60 },
        note: 'said "so", twice',
      }),
      rule('#hash', { anywhere: true, level: 'flag', where: 'nick', enabled: false }),
      rule('=1+1'),
      rule('/slashed/'),
      pattern('\\d{3}|x', { squeeze: true }),
    ],
    groups: [{ id: 'g', name: '广告, 引流', on: true, strict: false }],
    settings: { ...defaultWordSettings, allow: ['微信读书'] },
  };
  const again = (format: 'txt' | 'csv' | 'json'): ImportReport => read(exportList(book, format), { format });
  const withoutIds = (rules: WordBook['rules']) =>
    rules.map(({ id: _id, groupId: _groupId, ...rest }) => rest);

  it('comes back whole from JSON', () => {
    const report = again('json');
    expect(withoutIds(report.rules)).toEqual(withoutIds(book.rules));
    expect(report.allow).toEqual(['微信读书']);
    expect(report.groups.map(({ name }) => name)).toEqual(['广告, 引流']);
  });

  it('comes back from CSV but for ladders and people', () => {
    const expected = book.rules.map((one) => ({
      ...one,
      ladder: null,
      except: { words: one.except.words, userIds: [], roles: [] },
    }));
    expect(withoutIds(again('csv').rules)).toEqual(withoutIds(expected));
  });

  it('comes back from a plain list as words and patterns', () => {
    expect(again('txt').rules.map(({ kind, text }) => [kind, text])).toEqual([
      ['word', '微信'],
      ['word', 'vx'],
      ['word', 'a|b'],
      ['word', '#hash'],
      ['word', '=1+1'],
      ['word', '/slashed/'],
      ['pattern', '\\d{3}|x'],
    ]);
  });

  it('is no formula to a spreadsheet', () => {
    const csv = new TextDecoder().decode(exportList(book, 'csv'));
    expect(csv).toContain("\n'=1+1,");
  });
});
