import { lineList } from '../talk/lists.ts';
import type { Lexicon } from '../talk/template.ts';

/**
 * Adverts and link spam. Numbers and names belong to nobody: they begin with zeros, and the domains and addresses are
 * the reserved ones (.example, .test, .invalid, 192.0.2.x), which lead nowhere.
 */
export const advertWords: Lexicon = {
  contact: lineList(`
    {v|V|vx|VX|wx|WX}{:|：| |}{lucky|fast|good|best}000{#100-999}
    {扣|Q|q}{扣|Q|q}{|:|：}000{#100000-999999}
    {薇|威|徽|卫}{信|芯|❤|星}{| }a{#0-9}0000{#10-99}
    ①{②|③|⓪}零零{#100-999}⑧
    {看我头像|加我主页|私我|找{小美|阿强|客服}000{#10-99}}
  `),
  domain: lineList(`
    free-coins.example
    cheap-followers.example
    vip.gift-box.test
    lucky88.example
    job-daily.invalid
    app-download.example
    bit.example
    game-boost.test
  `),
  link: lineList(`
    http://{domain}/?r={#100-9999}
    https://{domain}/{a|go|vip|x}{#1-99}
    {domain}/{r|i}{#10-999}
    {domain}
    hxxp://{domain}
    www。{domain}
    192.0.2.{#1-254}:{#8000-8999}/v
  `),
  money: lineList(`
    {#200-900}
    {#3-9}百
    {#1-3}千
    ５００
    ⑧⑧⑧
  `),
  // A tail of its own makes each copy a little different for those who only count equal lines.
  tail: ['', '', '🔥', '‼️', '💰💰', '👈', '（限今天）', ' {#10-99}', '【{#1000-9999}】', ' 👇👇👇', '~~~'],
};

/** `{dirty}` is the word a list would catch, written in one of the ways of `evasion.ts`. */
export const advertLines: readonly (readonly [line: string, dirty: string])[] = [
  ['{dirty} {contact}{，|！| }{日入{money}|名额不多|先到先得|免押金|学生宝妈都可}{tail}', '兼职'],
  ['{dirty}{|：|→| }{contact}{tail}', '加微信'],
  ['{dirty} {contact}{tail}', '加V'],
  ['{专业|低价|秒回|工作室}{dirty}，{包上分|不成功不收钱|{#9-59}元起}，{contact}{tail}', '代练'],
  ['{dirty}{|！}{#1000-9000}{粉|人气|赞}只要{#5-50}块 {contact}{tail}', '刷粉'],
  ['{dirty}{红包|皮肤|钻石|会员}{👉|：| }{link}{tail}', '免费领取'],
  ['{稳定|内部|防封}{dirty}，{试用一天|自动瞄准|月卡{#20-80}}，{contact}{tail}', '外挂'],
  ['{dirty}{看高清|领优惠|进群|查看} {link}{tail}', '点击'],
  ['我是{官方|主播小号|房管|运营}，{dirty}请{联系{contact}|打开{link}}{tail}', '领奖'],
  ['{你的好友|客服通知|系统提示}：{dirty}请{联系{contact}|打开{link}}{tail}', '中奖'],
  ['{dirty} {#100-5000} {coins|followers|gems} {here|today only|no password}: {link}{tail}', 'free'],
  ['{make|earn} {#200-900} dollars a day {dirty}, ask {contact}{tail}', 'work from home'],
  ['{dirty} {cheap|fast|real} followers {link}{tail}', 'buy'],
  ['{dirty} my channel{| pls}: {link}{tail}', 'check out'],
];

export const floodLines: readonly string[] = lineList(`
  主播看我主播看我主播看我
  有人吗有人吗有人吗
  互粉互粉互粉！！！
  卖号卖号 {contact}
  1111111111
  FOLLOW ME FOLLOW ME
  刷屏刷屏刷屏刷屏
  aaaaaaaaaaaaaaa
  🤡🤡🤡🤡🤡🤡
  为什么不念我的弹幕
  退钱！
  管理呢管理呢
  MODS ASLEEP
  {link}
  屠版了{！*3-9}
  LAG LAG LAG LAG
  {顶*12-40}
  {zz|ww|qq}{z*8-30}
`);

/** Said by a wave of people from another room, one line by all of them. */
export const raidLines = {
  friendly: lineList(`
    隔壁{音乐|游戏|聊天}直播间来串门啦！
    来自{小鹿|北风|阿岚}直播间的问候❤️
    RAID from NeonKoala's stream! 💜
    大部队到！带着{西瓜|瓜子}来的🍉
    hello from the {tea|night} stream 🍵
    组团看望主播，列队列队
  `),
  hostile: lineList(`
    取关主播 隔壁更好看
    这里散了吧 没意思
    boooring, come to the other stream
    刷屏小队报到 冲冲冲
    举报这个直播间
    L streamer L chat
    主播{假唱|开挂|卖假货}实锤
  `),
} as const;
