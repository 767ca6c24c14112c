import type { StarterPattern, StarterSource } from './starter-lists.ts';

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

/**
 * Chinese starter lists, written for this project and mild on purpose. A line: the word, then `=` and other ways to
 * write it, then `!` and harmless words that contain it.
 */
export const chineseStarters: readonly StarterSource[] = [
  {
    id: 'zh.abuse',
    level: 'hold',
    words: `
傻逼=傻b 傻比 傻币 煞笔 沙比 傻叉 傻屄 sb!沙比利 SB-600 SB-700
脑残
废物!废物利用 废物回收 废物处理 变废物为宝 固体废物 危险废物 废物箱 废物袋
智障!智障人士 智障儿童 智障者
白痴!白痴公主 白痴呆呆
弱智!削弱智能 弱智能
蠢货
滚蛋!滚蛋液
滚出直播间=滚出去
去死!去死皮 去死海 失去死党 过去死 去死磕 去死亡
神经病!神经病学 神经病理 神经病变
贱人
丑八怪
王八蛋=王八羔子
混蛋!混蛋液 混蛋白粉 混蛋黄
狗东西!遛狗东西
脑瘫!脑瘫患者 脑瘫儿童 小儿脑瘫
二货!第二货架 二货架 二货柜
傻缺
傻子!傻子瓜子
垃圾主播
死全家=全家死光
你妈死了=nmsl 尼玛死了
操你=草你妈 草你大爷 草你全家 草你祖宗 艹你 c你
妈卖批=mmp!MMPI
特么的=tmd 他吗的 特码的!TMDB
不要脸!不要脸上 不要脸部
臭不要脸
闭嘴吧你
有病吧
人渣!人渣打银行
败类!失败类
小丑主播
`,
  },
  {
    id: 'zh.adverts',
    level: 'hold',
    words: `
微信=vx wx v信 薇信 葳信 徽信 维芯 薇芯 微芯 weixin wei_xin 微x v❤ 微❤!微微❤ 卑微信仰 细微信号 轻微信号 微信仰 稍微信 WX-78 微芯片 维芯片
加v=加薇 加微 +v +微 +薇!增加微量 加微量 加薇薇 加微距 加微单 加微光 加微笑 加微波 加微博 加微辣 加微糖 加微芯
QQ群=扣扣群 抠抠群 企鹅群 q群 扣裙 q裙!帝企鹅群 王企鹅群 野生企鹅群
QQ号=扣扣号 企鹅号 加qq 加扣扣 加q!加QQ糖 加QQ弹弹
加群=加裙 +群 进裙 加君羊!参加群 增加群 更加群 附加群 加裙子 +群众
私聊我=私我 滴滴我 私信我 si聊!自私我 打滴滴我 无私我 滴滴滴我 点滴滴我 点点滴滴我 私信我们
看我主页=主页有惊喜 主页有福利 主页有资源 主页有联系 看主页 点我头像 看我头像 看头像!看主页面
电报群=飞机群 tg群 纸飞机群
代练!代练习
刷粉=刷粉丝 买粉丝 涨粉服务
互粉=互关 互赞!互关系 互关联 互赞美 互赞扬
代充=低价充值 折扣充值!代充电
免费领取=免费领!免费领养
扫码加=扫二维码加!扫码加载
点击链接=点链接 戳链接
招代理=招收代理 诚招代理
内部优惠券=内部券 优惠券群
引流!引流管 引流术 引流水
联系客服领取
同城约=约同城
`,
    patterns: contactPatterns,
  },
  {
    id: 'zh.scam',
    level: 'hold',
    words: `
刷单=刷单返现!印刷单 牙刷单
日结兼职=兼职日结 手工兼职
日赚千元=日入过千 日赚过千 月入十万 月入10万
稳赚不赔=包赚 稳赚
无抵押贷款=无抵押 秒下款 黑户贷款
内幕消息=内幕股 内部消息股
荐股=牛股推荐!推荐股东 推荐股权 推荐股
带单老师=老师带单 带单群 带单赚钱 跟单赚钱 私人带单!老师带单反 老师带单车 老师带单词
保本高收益=高收益保本
中奖请联系=恭喜中奖
安全账户=转到安全账户!安全账户设置
验证码发我=发我验证码 告诉我验证码
解冻费=解冻金
先交押金=先付押金 先交保证金
免费送手机=送苹果手机
充值返现=充一送十 充100送
虚拟币带单=币圈带单
套现=信用卡套现 花呗套现!套现在 套现有 套现货
办证=刻章办证!主办证 举办证 办证件照 办证大厅 办证费 办证件 办证明 办证书
贷款秒批
`,
  },
  {
    id: 'zh.gambling',
    level: 'block',
    words: `
博彩
百家乐!百家乐团 百家乐队
六合彩!六合彩虹 六合彩灯 六合彩云
时时彩!时时彩排
老虎机!老虎机动
赌场!赌场风云
赌球
网赌=网络赌博 在线赌博
赌博平台=菠菜平台 菠菜网 赌博网
棋牌平台=棋牌上分
真人荷官=性感荷官
下注平台=投注平台 投注网
上下分=上分下分!上下分层 上下分两 上下分段 上下分开
送彩金=彩金 注册送彩金!彩金项链 彩金戒指 彩金手链
新葡京=澳门葡京 葡京娱乐
押大小=买大小!买大小合适
赌大小
赌钱
开户送!开户送达
包赢!书包赢 钱包赢
`,
  },
  {
    id: 'zh.minors',
    level: 'block',
    words: `
小学生加我=小学生私聊 小学生来私聊 小学生来加我 小学生来我
初中生加我=初中生私聊 初中生来私聊 初中生来加我 初中生来我
小妹妹加我=小妹妹私聊 小妹妹加个 小妹妹加一下 小妹妹加微
小弟弟加我=小弟弟私聊
未成年私聊=未成年加我
别告诉爸妈=别告诉你妈 不要告诉家长 别让家长知道 别告诉爸爸妈妈 别跟家长说
瞒着爸妈=瞒着家长 背着家长 背着爸妈
拿家长手机=用爸妈手机 用妈妈手机付
发照片给叔叔=发照片给哥哥 给叔叔发照片
发张自拍给我=发自拍给我 发照片给我 发张照片给我
偷偷见面=偷偷出来 单独见面!单独见面会
送你皮肤加我=送皮肤加 免费送皮肤 领皮肤加
我接你放学=来接你放学 放学等你哦 放学我等你 放学后等你
你家里有人吗=家里没人吗
我们的小秘密=这是秘密别说
`,
  },
];
