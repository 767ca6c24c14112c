/**
 * Characters of other scripts that a reader takes for a Latin letter, written down by hand from the code charts and
 * checked against Unicode TR39. Compatibility forms (full width, mathematical, circled …) are not here: NFKD has them.
 * Upper and lower case differ on purpose: Greek Η looks like H, η like n.
 */
const LETTERS: Readonly<Record<string, string>> = {
  a: 'аАαΑɑᴀꭺᎪꓮ𐊠⍺🅰🅐ɐΛΔᗅᗩɒⲀⲁ𖽀',
  b: 'ВвьЬΒβʙᏴᏼꓐƄƅɓƁ🅱🅑ᏏᗷᑲᖯꞴ𐊂𐊡𐌁',
  c: 'сСϲϹᴄꮯᏟꓚ🅲🅒ƈƇᏨҁⲤⲥᑕ𐐽𐊢𐌂𐐕𐔜',
  d: 'ԁԀᎠꓓᏧᴅɗƊđĐ🅳🅓ðᑯᗞᗪꓒ',
  e: 'еЕΕεєЄҽЭэᴇᎬꓰꬲ℮ɛԐԑ🅴🅔ǝəɘΣΞⴹⲈⲉ𑢦𑢮𐊆⋿',
  f: 'ꓝϝϜғҒƒƑꜰᖴ🅵🅕ẝꞙꞘꬵք𑣂𑢢𐊇𐊥𐔥',
  g: 'ɡɢԍԌᏀᏳꓖᶃցǥǤɠƓ🅶🅖Ꮆƍ',
  h: 'НнһҺΗʜᎻᏂꓧհħĦҥҤ🅷🅗ћЋḩᕼⲎ𐋏',
  i: 'іІιΙɪıӀӏᎥꙇ🅸🅘ɩꭵƖⲒⲓǀᏆ𑣃𖼨𐊊𐌉ꓲᛁⵏ',
  j: 'јЈϳͿᴊᎫꓙʝ🅹🅙յᒍ',
  k: 'КкκΚᴋᏦꓗҚқҜҝҠҡƙƘ🅺🅚ĸϏⲔⲕᛕ𐔘',
  l: 'ʟᏞꓡłŁɭ🅻🅛ⱠⱡլԼᒪⳐ𖼖𑢣𑢲𐐛𐔦',
  m: 'МмΜᴍᎷꓟ🅼🅜ʍϺⲘⲙᗰ𐊰𐌑ᛖ',
  n: 'ΝηɴꓠոռԉпПɲƞ🅽🅝ϞИиΠⲚⲛᑎ𐔓',
  o: 'оОοΟσօՕᴏꓳѳѲөӨøØ🅾🅞ΘθჿⲞⲟⵔ𐓪𑣈𑣗𐐬𐓂𑢵𐊒𐊫𐐄𐔖ᴑꬽ',
  p: 'рРρΡᴘᏢꓑ🅿🅟þÞϼƿⲢⲣᑭ𐊕',
  q: 'ԛԚգզϙ🆀🅠ʠɋᑫ',
  r: 'ʀᎡᏒꓣгГяЯᴦɍ🆁🅡ʁɾᖇⲅꭇꭈ𐒴𖼵',
  s: 'ѕЅʂᏚᏕꓢꜱտՏ🆂🅢ƽƨƧȿꮪᔕ𑣁𐑈𖼺𐊖𐐠',
  t: 'тТτΤᴛᎢꓔŧŦ🆃🅣ƭƬւⲦⲧ𖼊𑢼𐊗𐊱𐌕',
  u: 'υʋᴜՍսꓴцЦᑌ🆄🅤μʉմꞟꭎꭒ𐓶𑣘𐓎𖽂𑢸ሀ',
  v: 'νѵѴᴠᏙꓦ🆅🅥ѷᐯꮩ𑜆𑣀𖼈𑢠𐔝',
  w: 'ѡшШωԜԝաᴡᏔᎳꓪщЩ🆆🅦ѱɯᗯꮃⲰⲱ𑜊𑜎𑜏',
  x: 'хХχΧꓫ🆇🅧ҳҲӾӽⲬⲭ᙭𐊐𐊴𐌗𐔧',
  y: 'уУγΥʏүҮўЎყᎩᎽꓬ🆈🅨чЧɏʎⲨⲩɣ𑣜𖽃𑢤𐊲',
  z: 'ΖᴢᏃꓜʐʑƶƵ🆉🅩ȥჳꮓᘔ𑣄𑢩',
};

/** Resemble a letter only in a word that is otherwise Latin (Я in "Яussia"); in a word of their own they are no trick. */
const FAUX = 'пПиИцЦгГяЯчЧщЩшШэЭьЬΔΛΣΞΠΘθωѱ';

/** Signs that people type for letters, with the letter each looks like; alone they mean what they mean. */
const SIGNS = '@a∀a∂d€e£l¢c¥y©c®r₤l₩w฿b$s!i¡i|l+t†t×x✕x✖x❌x○o●o◯o⭕o√v∪u∩n';

export type LookAlikes = {
  /** Letters of other scripts, by code point, each with its Latin letter's code point. */
  readonly letters: ReadonlyMap<number, number>;
  readonly faux: ReadonlySet<number>;
  /** Signs that stand for a letter only where letters are around them. */
  readonly signs: ReadonlyMap<number, number>;
};

const codeOf = (character: string | undefined): number => character?.codePointAt(0) ?? 0;

const signTable = (): Map<number, number> => {
  const signs = new Map<number, number>();
  const pairs = [...SIGNS];
  for (let index = 0; index + 1 < pairs.length; index += 2)
    signs.set(codeOf(pairs[index]), codeOf(pairs[index + 1]));
  // Regional indicators, from A on.
  for (let letter = 0; letter < 26; letter += 1) signs.set(0x1f1e6 + letter, 0x61 + letter);
  return signs;
};

export const createLookAlikes = (): LookAlikes => {
  const letters = new Map<number, number>();
  for (const [latin, others] of Object.entries(LETTERS))
    for (const other of others) letters.set(codeOf(other), codeOf(latin));
  return { letters, faux: new Set([...FAUX].map(codeOf)), signs: signTable() };
};
