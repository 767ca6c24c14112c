import type { StarterSource } from './starter-lists.ts';

/**
 * Chinese starter lists, written for this project and mild on purpose. A line: the word, then `=` and other ways to
 * write it, then `!` and harmless words that contain it.
 */
export const chineseStarters: readonly StarterSource[] = [
  {
    id: 'zh.abuse',
    name: { en: 'Chinese: abuse', 'zh-CN': '中文：辱骂' },
    level: 'hold',
    words: `
傻逼=傻b 傻比 傻币 煞笔 沙比 傻叉 傻屄 sb!沙比利
脑残
废物!废物利用 废物回收 废物处理 变废物为宝 固体废物 危险废物 废物箱 废物袋
智障!智障人士 智障儿童 智障者
白痴!白痴公主
弱智
蠢货
滚蛋
滚出直播间=滚出去
去死!去死皮 去死海 失去死党 过去死
神经病!神经病学 神经病理
贱人
丑八怪
王八蛋=王八羔子
混蛋
狗东西
脑瘫!脑瘫患者 脑瘫儿童 小儿脑瘫
二货
傻缺
傻子
垃圾主播
死全家=全家死光
你妈死了=nmsl 尼玛死了
操你=草你 艹你 c你
妈卖批=mmp
特么的=tmd 他吗的 特码的
不要脸
臭不要脸
闭嘴吧你
有病吧
人渣
败类
小丑主播
`,
  },
  {
    id: 'zh.adverts',
    name: { en: 'Chinese: adverts and contact details', 'zh-CN': '中文：广告与联系方式' },
    level: 'hold',
    words: `
微信=vx wx v信 薇信 葳信 徽信 维芯 薇芯 微芯 weixin 微x v❤ 微❤!卑微信仰 细微信号 轻微信号 微信仰 稍微信 WX-78
加v=加薇 加微 +v +微 +薇!增加微量 加微量 加薇薇
QQ群=扣扣群 抠抠群 企鹅群 q群 扣裙 q裙
QQ号=扣扣号 企鹅号 加qq 加扣扣 加q
加群=加裙 +群 进裙 加君羊!参加群 增加群 更加群 附加群
私聊我=私我 滴滴我 私信我 si聊
看我主页=主页有 看主页 点我头像 看我头像 看头像
电报群=飞机群 tg群 纸飞机群
代练
刷粉=刷粉丝 买粉 涨粉服务
互粉=互关 互赞!互关系 互关联 互赞美 互赞扬
代充=低价充值 折扣充值
免费领取=免费领
扫码加=扫二维码加
点击链接=点链接 戳链接
招代理=招收代理 诚招代理
内部优惠券=内部券 优惠券群
引流!引流管 引流术
联系客服领取
同城约=约同城
`,
    patterns: [
      { note: '手机号 phone number', text: '(?:\\b|[a-z])1[3-9]\\d{9}\\b', squeeze: true },
      {
        note: '联系号码 contact number',
        text: '(?:微信|vx|wx|qq|扣扣|企鹅|群|裙)号?[^\\d\\s]{0,3}\\d{5,11}',
        squeeze: true,
      },
      { note: '网址 web link', text: 'https?://\\S+', squeeze: false },
      {
        note: '域名 web address',
        text: '[a-z0-9][a-z0-9-]{1,30}\\.(?:com|cn|net|top|xyz|vip|cc|club|shop|live)\\b',
        squeeze: false,
      },
    ],
  },
  {
    id: 'zh.scam',
    name: { en: 'Chinese: scams', 'zh-CN': '中文：诈骗' },
    level: 'hold',
    words: `
刷单=刷单返现
日结兼职=兼职日结 手工兼职
日赚千元=日入过千 日赚过千 月入十万 月入10万
稳赚不赔=包赚 稳赚
无抵押贷款=无抵押 秒下款 黑户贷款
内幕消息=内幕股 内部消息股
荐股=牛股推荐!推荐股东 推荐股权
带单=老师带单 跟单赚钱!携带单反 带单词 附带单据 带单手
保本高收益=高收益保本
中奖请联系=恭喜中奖
安全账户=转到安全账户!安全账户设置
验证码发我=发我验证码 告诉我验证码
解冻费=解冻金
先交押金=先付押金 先交保证金
免费送手机=送苹果手机
充值返现=充一送十 充100送
虚拟币带单=币圈带单
套现=信用卡套现 花呗套现
办证=刻章办证!主办证 举办证 办证件照 办证大厅 办证费
贷款秒批
`,
  },
  {
    id: 'zh.gambling',
    name: { en: 'Chinese: gambling', 'zh-CN': '中文：赌博' },
    level: 'block',
    words: `
博彩
百家乐
六合彩
时时彩
老虎机
赌场!赌场风云
赌球
网赌=网络赌博 在线赌博
赌博平台=菠菜平台 菠菜网 赌博网
棋牌平台=棋牌上分
真人荷官=性感荷官
下注平台=投注平台 投注网
上下分=上分下分
送彩金=彩金 注册送彩金
新葡京=澳门葡京 葡京娱乐
押大小=买大小
赌大小
赌钱
开户送
包赢
`,
  },
  {
    id: 'zh.minors',
    name: { en: 'Chinese: luring minors', 'zh-CN': '中文：诱骗未成年人' },
    level: 'block',
    words: `
小学生加我=小学生私聊 小学生来
初中生加我=初中生私聊 初中生来
小妹妹加我=小妹妹私聊 小妹妹加
小弟弟加我=小弟弟私聊
未成年私聊=未成年加我
别告诉爸妈=别告诉你妈 不要告诉家长 别让家长知道 别告诉爸爸妈妈 别跟家长说
瞒着爸妈=瞒着家长 背着家长 背着爸妈
拿家长手机=用爸妈手机 用妈妈手机付
发照片给叔叔=发照片给哥哥 给叔叔发照片
发张自拍给我=发自拍给我 发照片给我 发张照片给我
偷偷见面=偷偷出来 单独见面
送你皮肤加我=送皮肤加 免费送皮肤 领皮肤加
我接你放学=来接你放学 放学等你
你家里有人吗=家里没人吗
我们的小秘密=这是秘密别说
`,
  },
];
