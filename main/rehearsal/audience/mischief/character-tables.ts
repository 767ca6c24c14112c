/** Pairs written `from:to`, split at white space; `to` may list several, divided by commas. */
const pairTable = (text: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    text
      .trim()
      .split(/\s+/u)
      .map((pair): [string, readonly string[]] => {
        const [from = '', to = ''] = pair.split(':');
        return [from, to.split(',')];
      }),
  );

export type CharacterTable = Readonly<Record<string, readonly string[]>>;

export const pinyin: CharacterTable = pairTable(`
  垃:la 圾:ji 主:zhu 播:bo 骗:pian 子:zi 加:jia 微:wei 信:xin 废:fei 物:wu 滚:gun 代:dai 练:lian 免:mian 费:fei 领:ling 取:qu
  白:bai 痴:chi 菜:cai 鸡:ji 外:wai 挂:gua 兼:jian 职:zhi 刷:shua 粉:fen 闭:bi 嘴:zui 假:jia 唱:chang 货:huo 中:zhong 奖:jiang
`);

export const traditional: CharacterTable = pairTable(`
  骗:騙 废:廢 滚:滾 练:練 费:費 领:領 挂:掛 职:職 鸡:雞 闭:閉 货:貨 奖:獎 点:點 击:擊
`);

/** Chinese characters that look or sound alike. */
export const alike: CharacterTable = pairTable(`
  垃:拉,辣 圾:级,鸡 主:煮,住 播:波,拨 骗:编,片 微:薇,威,徽 信:芯,❤,伩 加:➕,Jia,咖 废:费,肥 物:勿,雾 滚:衮,棍 费:弗,沸 领:令,岭
  代:带,呆 练:连,炼 挂:卦,瓜 职:只,值 粉:份,芬 奖:桨,酱 中:仲,ⓒ V:ν,∨,ⓥ
`);

/** Cyrillic and Greek letters that no eye can tell from Latin ones. */
export const homoglyphs: CharacterTable = pairTable(`
  a:а c:с e:е i:і o:о p:р s:ѕ x:х y:у d:ԁ h:һ j:ј A:А B:В E:Ε K:Κ M:М O:О T:Т V:Ⅴ
`);

export const digits: CharacterTable = pairTable('a:4 e:3 i:1 o:0 s:5 t:7 b:8 g:9 l:1');
