import { lineList } from '../talk/lists.ts';

type Tongue = 'chinese' | 'english';

/**
 * Mild and generic on purpose: what is typed here shows up on screens and in pictures of them. `{dirty}` is put in
 * by the writer, in one of the ways of `evasion.ts`.
 */
export const dirtyWords: Readonly<Record<Tongue, readonly string[]>> = {
  chinese: lineList(`
    垃圾主播
    垃圾
    骗子
    废物
    白痴
    菜鸡
    滚
    闭嘴
    假唱
    骗子主播
    垃圾货
    假货
  `),
  english: lineList(`
    idiot
    trash streamer
    trash
    loser
    stupid
    scam
    scammer
    fake
    shut up
    clown
    garbage
    boring idiot
  `),
};

export const insultLines: Readonly<Record<Tongue, readonly string[]>> = {
  chinese: lineList(`
    {dirty}{|！|！！|。|，取关了|，浪费我时间|，散了吧|，就这？|，还好意思播|，退钱}
    {这种|什么}{dirty}{也有人看|，我上我也行|，笑了|，看不下去}
    {主播|唱的|玩的|卖的|说的}{都是|就是|真是|纯}{dirty}{|！！|吧|，举报了}
    {又是|果然是|就一}{dirty}，{大家别信|走了走了|无语|不服来辩|怪不得没人}
    说了{#2-20}遍了，{dirty}{|！|，还删我弹幕|，拉黑我试试}
    刷礼物的都{醒醒|散了}，{dirty}{|一个|而已|，别上当}
  `),
  english: lineList(`
    {absolute|total|pure|you} {dirty}{|!| lol|, unfollowed|, bye}
    {dirty}{| stream|, who watches this|, refund|, I could do better}
    this is {dirty}{|, everyone leave| again|, reported}
    chat is {dirty} {and so is the stream|too|as always}
    delete this if you are {dirty}{| lol| again}
  `),
};
