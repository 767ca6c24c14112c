import type { StarterPattern } from './starter-lists.ts';

const GAP = '[^\\p{L}\\p{N}]{1,3}';

/** Eleven digits as phone numbers are written: in one, 3-4-4, 4-4-3, 3-8 or one by one; no decimals, dates or scores. */
const PHONE =
  '(?:^|[^\\d.])(?P<hit>' +
  `1[3-9]\\d(?:\\d{8}|${GAP}\\d{8}|${GAP}\\d{4}${GAP}\\d{4}|\\d${GAP}\\d{4}${GAP}\\d{3})|` +
  `1${GAP}[3-9](?:${GAP}\\d){9})(?:$|[^\\d])`;

/** A number right after the name of a messenger; not a count ("群里有12345人"). */
const CONTACT =
  '(?P<hit>(?:微信|vx|wx|qq|扣扣|企鹅|群|裙)(?:号码?)?[^\\p{L}\\p{N}]{0,3}(?:是|为|加|搜)?[^\\p{L}\\p{N}]{0,3}\\d{5,11})' +
  '(?:$|[^\\d人个位次名块元分万亿楼年])';

/** `.cc` is also a C++ file: only with a digit in the name. */
const DOMAIN =
  '[a-z0-9][a-z0-9-]{1,30}[.。](?:com|cn|net|top|xyz|vip|club|shop|live)\\b|[a-z0-9-]{0,30}\\d[a-z0-9-]{0,30}[.。]cc\\b';

/** Ways to be found elsewhere. */
export const contactPatterns: readonly StarterPattern[] = [
  { note: '手机号 phone number', text: PHONE, squeeze: false },
  { note: '联系号码 contact number', text: CONTACT, squeeze: true },
  { note: '网址 web link', text: 'https?://\\S+', squeeze: false },
  { note: '域名 web address', text: DOMAIN, squeeze: false },
];
