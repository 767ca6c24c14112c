/** Characters that people write as two, left part first: whole, left, right. */
const SPLITS = `
强弓虽 好女子 妈女马 她女也 奶女乃 娘女良 婊女表 姐女且 妹女未 姑女古 奴女又 娼女昌 妓女支 嫖女票 婚女昏 奸女干
妖女夭 妙女少 始女台 如女口 嫁女家 娃女圭 姓女生 嫂女叟 媚女眉 他亻也 你亻尔 们亻门 做亻故 信亻言 信人言 什亻十
付亻寸 代亻弋 低亻氐 体亻本 使亻吏 借亻昔 债亻责 佣亻用 赌贝者 贱贝戋 贩贝反 财贝才 购贝勾 账贝长 赚贝兼 赔贝咅
钱钅戋 钱金戋 银钅艮 骗马扁 骚马蚤 驴马户 群君羊 加力口 功工力 动云力 助且力 和禾口 种禾中 私禾厶 码石马 硬石更
破石皮 枪木仓 机木几 村木寸 棋木其 极木及 博十尃 操扌喿 打扌丁 扣扌口 抽扌由 投扌殳 拍扌白 找扌戈 抢扌仓 招扌召
推扌隹 摸扌莫 换扌奂 排扌非 裸衤果 裤衤库 液氵夜 洗氵先 河氵可 没氵殳 法氵去 汁氵十 泄氵世 污氵亏 汇氵匚 吃口乞
吗口马 叫口丩 啪口拍 喷口贲 嘴口觜 啊口阿 喝口曷 明日月 晚日免 时日寸 胸月匈 肚月土 胖月半 脱月兑 腿月退 肥月巴
股月殳 肛月工 脸月佥 话讠舌 话言舌 诈讠乍 请讠青 说讠兑 课讠果 试讠式 讲讠井 语讠吾 谈讠炎 红纟工 约纟勺 给纟合
级纟及 结纟吉 组纟且 绝纟色 炮火包 炸火乍 烟火因 爆火暴 视礻见 神礻申 彩采彡 联耳关 职耳只 聊耳卯 期其月 欺其欠
欲谷欠 数娄攵 放方攵 教孝攵 外夕卜 取耳又 双又又 难又隹 对又寸 欢又欠 鸡又鸟 观又见 戏又戈 鸭甲鸟 城土成 地土也
坏土不 狗犭句 猪犭者 猫犭苗 陪阝咅 阴阝月 阳阝日 额客页 预予页 超走召 起走己 逼辶畐 进辶井 过辶寸 送辶关 还辶不
速辶束 通辶甬 退辶艮 选辶先 转车专 软车欠 输车俞 张弓长 别另刂 到至刂 利禾刂 创仓刂 微彳敳 彼彳皮 德彳惪
`;

/** Left and right part → the character they make, or undefined. */
export type Splits = (left: number, right: number) => number | undefined;

const SPAN = 0x110000;

export const createSplits = (): Splits => {
  const table = new Map<number, number>();
  for (const row of SPLITS.trim().split(/\s+/)) {
    const [whole = 0, left = 0, right = 0] = [...row].map((part) => part.codePointAt(0) ?? 0);
    table.set(left * SPAN + right, whole);
  }
  const lefts = new Set([...table.keys()].map((key) => Math.floor(key / SPAN)));
  return (left, right) => (lefts.has(left) ? table.get(left * SPAN + right) : undefined);
};
