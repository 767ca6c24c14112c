import { lineList, wordList } from './lists.ts';
import type { Lexicon } from './template.ts';

/** Words for everyday talk in simplified Chinese. */
export const chineseWords: Lexicon = {
  city: wordList(
    '成都 武汉 哈尔滨 厦门 兰州 长沙 青岛 昆明 沈阳 南宁 合肥 西安 义乌 呼和浩特 贵阳 洛阳 柳州 烟台 绵阳 喀什',
  ),
  weather: wordList('下雨 打雷 刮大风 下雪 热得不行 冷得发抖 起雾 晚霞好看 停电刚来 月亮好圆 降温 闷得慌'),
  food: wordList(
    '泡面 麻辣烫 烤红薯 螺蛳粉 炸鸡 煎饼果子 西瓜 黄焖鸡 小龙虾 冰粉 拌面 馄饨 瓜子 烧烤 豆腐脑 糖炒栗子 锅巴 凉皮',
  ),
  doing: wordList(`
    写作业 加班 坐地铁 带娃 洗碗 跑步 排队 画图 背单词 刷牙 挤公交 等外卖 改方案 值夜班 遛狗 织毛衣 拼积木 复习 搬砖 擦窗户
    叠衣服 炖汤 盘库存 写论文 洗头 修自行车 包饺子 剪指甲
  `),
  place: wordList(
    '宿舍 工位 高铁上 被窝里 阳台 食堂 网吧 便利店门口 出租车上 图书馆角落 厂里 车间 老家院子 天台 楼道里 露营帐篷里 早餐店后厨',
  ),
  who: wordList(
    '我妈 我室友 我老板 我家猫 我同桌 我弟 我对象 我爸 隔壁大爷 我闺蜜 我家狗 我师父 我同事 我姐 我奶奶 楼上邻居 我家鹦鹉',
  ),
  wow: wordList(
    '绝了 太强了 牛 可以的 顶 稳 爱了 炸裂 离谱 救命 好家伙 我的天 笑不活了 太会了 没谁了 封神 满分 服气 高级 有东西',
  ),
  oh: wordList('啊 呀 哇 诶 哎 嘿 唉 哦 咦 嚯'),
  feel: wordList('开心 治愈 上头 感动 放松 想哭 清醒 破防 满足 踏实 想家 激动 心软'),
  host: wordList('主播 {streamer} {streamer} 老师 播播'),
  long: wordList('{#2-9}年 {#3-11}个月 {#10-90}天 半年多 一个暑假 一整个冬天 {#2-9}个星期'),
  day: wordList('昨天 前天 上周 周末 刚才 中午 早上 上个月'),
  tool: wordList('手机 平板 电脑 投影 电视 车机 {who}的手机'),
  sigh: lineList(`
    笑死
    真的会谢
    我先替大家尴尬
    怎么说呢
    不瞒你们说
    好消息
    坏消息
    突然发现
    弱弱说一句
    实不相瞒
    讲真
    离大谱
  `),
};
