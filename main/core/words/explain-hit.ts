import type { Localized } from '../../contract/app-error.ts';
import type { Hit, VerdictLevel } from '../../contract/models/verdict.ts';
import { confidenceOf, type LayerName, layerNames, layers } from './layers.ts';

const LEVELS: Readonly<Record<VerdictLevel, Localized>> = {
  clean: { en: 'clean', 'zh-CN': '无命中' },
  flag: { en: 'flagged', 'zh-CN': '提示' },
  hold: { en: 'held', 'zh-CN': '待审' },
  block: { en: 'blocked', 'zh-CN': '拦截' },
};

const listEnglish = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

const knownLayers = (hit: Hit): LayerName[] => layerNames.filter((name) => hit.layers.includes(name));

const wayEnglish = (hit: Hit, written: string): string => {
  const names = knownLayers(hit).map((name) => layers[name].label.en);
  const as = written === hit.word ? '' : ` as \`${written}\``;
  return names.length === 0 ? as : `${as} through ${listEnglish(names)}`;
};

const wayChinese = (hit: Hit, written: string): string => {
  const names = knownLayers(hit).map((name) => layers[name].label['zh-CN']);
  const as = written === hit.word ? '' : `，写作“${written}”`;
  return names.length === 0 ? as : `${as}（${names.join('、')}）`;
};

/**
 * Says in one line which word was found, how it was written and what the matcher saw through, e.g.
 * "held: 微信 as `V x` through another way to write it and spacing". `text` is the text or nickname that was checked.
 */
export const explainHit = (hit: Hit, text: string): Localized => {
  const written = text.slice(hit.start, hit.end);
  const level = LEVELS[hit.level];
  const unsure = confidenceOf(hit.layers) === 'low';
  const inNick = hit.field === 'nick';
  return {
    en: `${level.en}: ${hit.word}${inNick ? ' in the nickname' : ''}${wayEnglish(hit, written)}${unsure ? ' (not sure)' : ''}`,
    'zh-CN': `${level['zh-CN']}：${inNick ? '昵称中的' : ''}${hit.word}${wayChinese(hit, written)}${unsure ? '（把握不大）' : ''}`,
  };
};
