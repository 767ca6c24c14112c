import type { Language } from '../../../../main/contract/app-error.ts';
import type { OverlayItem } from '../../../../main/contract/overlay-protocol.ts';

type Said = readonly [nick: string, text: string];

/** Made-up people, long and short words, so that a layout is seen with what will try it. */
const said: Readonly<Record<Language, readonly Said[]>> = {
  'zh-CN': [
    ['小雨', '来了来了'],
    ['阿豪', '这首歌叫什么名字呀'],
    ['kk', '666'],
    ['夜猫子', '主播今天状态真好，声音也比上次清楚多了，是换了新的麦克风吗'],
    ['river_', 'greetings from Lisbon'],
    ['柚子茶', '太好听了吧🔥🔥🔥'],
    ['不吃香菜', '求歌单！'],
    ['海盐', '打卡第 37 天'],
    ['一只很长很长名字的鹿鹿鹿', '晚安大家，明天还要上班'],
  ],
  en: [
    ['maya', 'hello hello'],
    ['Tofu', 'what mic is that?'],
    ['kk', 'gg'],
    ['Lena', 'first time here, this transition was so clean, can you show the settings again please'],
    ['小雨', '来了来了'],
    ['pixel.cat', 'love it 🔥🔥🔥'],
    ['oldboy', 'song name?'],
    ['Ivy', 'greetings from Lisbon'],
    ['a.very.long.nickname.77', 'good night all'],
  ],
};

const others = {
  'zh-CN': {
    gift: '火箭',
    notice: '今晚十点抽奖，别走开',
    pin: '主播，能再唱一遍副歌吗？想录下来给我妈听',
    from: '晚风',
  },
  en: {
    gift: 'Rocket',
    notice: 'Giveaway at ten, stay with us',
    pin: 'Could you play the chorus once more? I want to record it for my mum.',
    from: 'sunny77',
  },
} as const;

/** Everything has its turn in this many beats. */
const ROUND = 12;

/** What comes at each beat of the made-up show; the first brings everything that stays, so that no layer is empty. */
export const createSample = (now: () => number) => {
  let beat = 0;
  let count = 0;

  return (language: Language): readonly OverlayItem[] => {
    const make = (part: Omit<OverlayItem, 'id' | 'seq' | 'expiresAt'>): OverlayItem => {
      count += 1;
      return { id: `sample-${count}`, seq: count, expiresAt: now() + 5000, ...part };
    };
    const lines = said[language];
    const [nick, text] = lines[beat % lines.length] ?? ['', ''];
    const words = others[language];
    const turn = beat % ROUND;
    const first = beat === 0;
    beat += 1;
    const items = [make({ kind: 'comment', nick, text, hue: (beat * 5) % 12 })];
    if (turn % 3 === 1) items.push(make({ kind: 'like', nick: '', text: '', count: 3 + turn }));
    if (first || turn === 4) items.push(make({ kind: 'join', nick, text: '', count: 1 }));
    if (first || turn === 6)
      items.push(
        make({ kind: 'gift', nick: words.from, text: words.gift, count: 6, hue: 3, userKey: 'gift' }),
      );
    if (turn === 8) items.push(make({ kind: 'notice', nick: '', text: words.notice }));
    if (turn === 9)
      items.push(make({ kind: 'comment', nick: 'Luna', text: words.notice, role: 'vj', hue: 8 }));
    if (turn === 0) items.push(make({ kind: 'pin', nick: words.from, text: words.pin, hue: 3 }));
    return items;
  };
};
