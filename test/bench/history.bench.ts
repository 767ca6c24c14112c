import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Comment } from '../../main/contract/models/feed-item.ts';
import { openHistory } from '../../main/core/history/history.ts';
import { systemClock } from '../../main/core/ports.ts';
import { testCheckpointer } from '../support/test-checkpointer.ts';
import { finish } from './outcome.ts';

/**
 * The history at a million stored comments, in Chinese and English: inserts, search, user's card, a room's newest
 * page. Run with `node test/bench/history.bench.ts [rows]`; the last line is JSON.
 */
const rows = Number(process.argv.find((one) => /^\d+$/.test(one)) ?? 1_000_000);
const USERS = 60_000;
const ROOMS = 20;
const APP = 1_400_000_000;
const DAY_MS = 86_400_000;

/** A small generator with a fixed seed (mulberry32), so that every run stores the same. */
const createRandom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
const random = createRandom(7);
/** Words and people are not equally common: the low numbers come far more often (Zipf-like). */
const skewed = (count: number) => Math.floor(count ** random()) % count;
const pick = <T>(list: readonly T[], index: number): T => {
  const value = list[index % list.length];
  if (value === undefined) throw new Error('empty list');
  return value;
};

const zhWords =
  '来了 主播 好听 哈哈哈 666 加油 老铁 这个 什么 真的 喜欢 今天 唱歌 可以 我们 你们 谢谢 礼物 关注 晚上好 大家 直播间 好看 多少钱 哪里 买 衣服 链接 优惠 下单 快递 发货 尺码 颜色 质量 便宜 贵 抢 秒杀 福利 抽奖 点赞 分享 朋友 一起 开心 难过 天气 北京 上海 广州 深圳 成都 重庆 吃饭 睡觉 上班 下班 学习 考试 游戏 王者 吃鸡 上分 带我 厉害 操作 失误 队友 对面 输了 赢了 再来 一把 声音 画面 卡 延迟 网络 清楚 听不见 麦克风 背景 音乐 歌名 点歌 周杰伦 邓紫棋 稻香 青花瓷 跳舞 才艺 美女 帅哥 小姐姐 小哥哥 宝贝 么么哒 辛苦 休息 早点 明天 见 再见 拜拜 新人 第一次 路过 支持 榜一 大哥 守护 粉丝 团 徽章 等级 升级 魑魅 鑫 犇'.split(
    ' ',
  );
const enWords =
  'the you is this i a to so my it what how love stream nice great good song play game hello hi from where please can one more time again lol haha wow gg omg amazing voice music dance follow back check team win lose best ever first here welcome thanks thank much today tomorrow night morning friend chat host camera lag sound price ship order link size color cheap discount giveaway subscribe like share quokka zephyr'.split(
    ' ',
  );

const times = (count: number, make: () => string) => Array.from({ length: count }, make);
const chinese = () => times(1 + skewed(9), () => pick(zhWords, skewed(zhWords.length))).join('');
const english = () => times(1 + skewed(12), () => pick(enWords, skewed(enWords.length))).join(' ');
const text = () => {
  const kind = random();
  if (kind < 0.62) return chinese() + pick(['', '', '！', '？', '~', '[鼓掌]'], Math.floor(random() * 6));
  return kind < 0.92 ? english() : `${chinese()} ${english()}`;
};

const DAYS = 25;
const start = Date.now() - DAYS * DAY_MS;
/** One broadcast a day, with 20 rooms at the service's cap of 40/s each. */
const STEP_MS = 1000 / (ROOMS * 40);
const perDay = Math.ceil(rows / DAYS);
const timeOf = (index: number) => start + Math.floor(index / perDay) * DAY_MS + (index % perDay) * STEP_MS;
const comment = (index: number): Comment => {
  const at = Math.floor(timeOf(index) / 1000) * 1000;
  const user = skewed(USERS);
  return {
    kind: 'comment',
    id: `1441152${user}-${Math.floor(at / 1000)}-${Math.floor(random() * 4_294_967_296)}`,
    at,
    receivedAt: at + 40,
    person: {
      userId: `viewer_${user}`,
      nick: `${pick(zhWords, user)}${user}`,
      avatar: `https://img.example/${user}.png`,
    },
    text: text(),
    danmaku: random() < 0.05,
    own: false,
    seq: index,
    verdict: random() < 0.02 ? { level: 'hold', hits: [] } : { level: 'clean', hits: [] },
  };
};

const folder = mkdtempSync(join(tmpdir(), 'livedeck-history-'));
const file = join(folder, 'history.db');
const silent = { info: () => undefined, warn: console.warn, error: console.error, debug: () => undefined };
const opened = openHistory({
  file,
  clock: systemClock,
  log: silent,
  appOf: () => APP,
  report: console.warn,
  startCheckpointer: testCheckpointer(silent),
});
if (!opened.ok) throw new Error(opened.error.text.en);
const history = opened.value;
const otherThings = () => new Promise((resolve) => setImmediate(resolve));

const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return (
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) / 100
  );
};
const spread = (values: readonly number[]) => ({
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
  max: percentile(values, 1),
});

const fill = async () => {
  const BATCH = 400;
  const stalls: number[] = [];
  const rates: number[] = [];
  let busy = 0;
  let cpu = 0;
  let sinceLast = 0;
  for (let index = 0; index < rows; index += BATCH) {
    const items = Array.from({ length: Math.min(BATCH, rows - index) }, (_, offset) =>
      comment(index + offset),
    );
    const began = performance.now();
    const cpuBefore = process.cpuUsage();
    history.addItems(`acct/room${skewed(ROOMS)}`, items);
    const took = performance.now() - began;
    const used = process.cpuUsage(cpuBefore);
    cpu += (used.user + used.system) / 1000;
    stalls.push(took);
    busy += took;
    sinceLast += took;
    if (((index + BATCH) / BATCH) % 250 === 0) {
      rates.push(Math.round((250 * BATCH * 1000) / sinceLast));
      console.log(`${index + BATCH} rows, ${rates.at(-1)} rows/s lately`);
      sinceLast = 0;
    }
    if (index % (BATCH * 10) === 0) await otherThings();
  }
  history.flush();
  // The second figure leaves out the time in which other programs had the processor or the disk.
  const rate = (ms: number) => Math.round((rows * 1000) / ms);
  return {
    rowsPerSecond: rate(busy),
    rowsPerCpuSecond: rate(cpu),
    slowestStretch: Math.min(...rates),
    batchMs: spread(stalls),
  };
};

const timed = (name: string, runs: readonly (() => number)[]) => {
  const results: [number, number][] = runs.map((run) => {
    const began = performance.now();
    const found = run();
    return [performance.now() - began, found];
  });
  const figures = spread(results.map(([ms]) => ms));
  const found = results.reduce((sum, [, count]) => sum + count, 0) / results.length;
  console.log(name.padEnd(34), JSON.stringify(figures), `found ${found.toFixed(1)} on average`);
  return results.map(([ms]) => ms);
};

const search = (query: Parameters<typeof history.search>[0]) => () => {
  const page = history.search(query);
  if (!page.ok) throw new Error(page.error.text.en);
  return page.value.hits.length;
};
/** All pages of a query, one after the other: each page is one reading. */
const deep = (query: Parameters<typeof history.search>[0], pages: number) => {
  let cursor: string | undefined;
  return times(pages, () => '').map(() => () => {
    const page = history.search({ ...query, ...(cursor === undefined ? {} : { cursor }) });
    if (!page.ok) throw new Error(page.error.text.en);
    cursor = page.value.cursor;
    return page.value.hits.length;
  });
};

const oneChar = [...'来了播铁鑫犇魑的我贵6'].map((char) => search({ text: char }));
const latin = [...'aeqz'].map((char) => search({ text: char }));
const twoChars = [
  '主播',
  '老铁',
  '犇鑫',
  '下单',
  'gg',
  '66',
  '榜一',
  '了主',
  '铁喜',
  '鑫魑',
  'qu',
  '！！',
].map((two) => search({ text: two }));
const longer = [
  '哈哈哈',
  '周杰伦',
  '直播间好看',
  '第一次路过',
  '犇青花瓷',
  '青花瓷稻香',
  'stream',
  'quokka',
  'zephyr lag',
  'nice song play',
  'the',
  'thank you so much',
  '不存在的一句话',
  'xyzzy',
  '多少钱？',
].map((phrase) => search({ text: phrase }));
const filtered = [
  search({ text: '主播', roomKeys: ['acct/room19'] }),
  search({ text: '犇', roomKeys: ['acct/room18', 'acct/room17'] }),
  search({ text: '来了', userId: 'viewer_50000' }),
  search({ text: 'zephyr', userId: 'viewer_0' }),
  search({ text: '青花瓷', from: start + 3 * DAY_MS, to: start + 4 * DAY_MS }),
  search({ text: 'quokka', roomKeys: ['acct/room15'], from: start, to: start + DAY_MS }),
  search({ text: '', roomKeys: ['acct/room3', 'acct/room4'] }),
  search({ text: '', userId: 'viewer_1' }),
];
const repeated = <T>(list: readonly T[], count: number): T[] => times(count, () => '').flatMap(() => list);

const cards = times(200, () => '').map((_, index) => () => {
  const card = history.user({ app: APP, userId: `viewer_${index < 20 ? index : skewed(USERS)}`, limit: 50 });
  if (!card.ok) throw new Error(card.error.text.en);
  return card.value.comments;
});
const newest = times(100, () => '').map((_, index) => () => {
  const page = history.recent(`acct/room${index % ROOMS}`, { limit: 200 });
  return page.ok ? page.value.items.length : 0;
});

console.log(`${rows} comments of ${USERS} people in ${ROOMS} rooms, node ${process.version}`);
const inserts = await fill();
console.log('inserts', JSON.stringify(inserts));
const searches = [
  ...timed('one Chinese character or sign', repeated(oneChar, 3)),
  ...timed('one Latin letter', repeated(latin, 3)),
  ...timed('two characters', repeated(twoChars, 3)),
  ...timed('three and more', repeated(longer, 3)),
  ...timed('with filters', repeated(filtered, 3)),
  ...timed('40 pages deep, two characters', deep({ text: '主播' }, 40)),
  ...timed('40 pages deep, one letter', deep({ text: 'z' }, 40)),
];
const card = timed("a user's card", cards);
const recent = timed("a room's newest 200", newest);
const megabytes = Math.round(statSync(file).size / 1e6);
history.dispose();
rmSync(folder, { recursive: true });
finish({
  bench: 'history',
  title: 'The history',
  measures: `SQLite with ${rows.toLocaleString('en')} comments of ${USERS.toLocaleString('en')} people in ${ROOMS} rooms, Chinese and English: inserts in batches, searches of every kind (one character, two, phrases, filters, 40 pages deep), a user's card, a room's newest page.`,
  figures: [
    { name: 'Inserts', value: inserts.rowsPerSecond, unit: '/s', limit: { least: 20_000 } },
    { name: 'Inserts of a second of processor time', value: inserts.rowsPerCpuSecond, unit: '/s' },
    { name: 'Inserts, slowest stretch', value: inserts.slowestStretch, unit: '/s' },
    { name: 'Search, p50', value: spread(searches).p50, unit: 'ms' },
    { name: 'Search, p95', value: spread(searches).p95, unit: 'ms', limit: { most: 50 } },
    { name: "A user's card, p95", value: spread(card).p95, unit: 'ms', limit: { most: 30 } },
    { name: "A room's newest 200, p95", value: spread(recent).p95, unit: 'ms' },
    { name: 'File', value: megabytes, unit: 'MB' },
  ],
});
