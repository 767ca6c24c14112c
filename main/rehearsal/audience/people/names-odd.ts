/**
 * Names that break screens and mislead people. Each is hand-made for one weakness; invisible and right-to-left
 * characters are written as escapes so that they can be seen here.
 */
export type OddName = { readonly nick: string; readonly userId: string };

/** Names that a console must show in little room. The service allows 500 bytes for a nickname. */
export const unwieldyNames: readonly OddName[] = [
  {
    userId: 'name_is_a_sentence',
    nick: '我本来只是路过看一眼结果一不小心看了三个小时现在泡面都坨了但是我一点都不后悔而且明天还要来的那个人',
  },
  { userId: 'long_haaa', nick: '哈'.repeat(120) },
  {
    userId: 'TheVeryLongOne',
    nick: 'The Right Honourable Sir Reginald Bartholomew Featherstonehaugh-Cholmondeley of Upper Slaughter, Keeper of the Third Biscuit Tin and Part-Time Lurker',
  },
  {
    userId: 'nospace_nospace',
    nick: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  },
  { userId: 'wwwwwwww', nick: 'W'.repeat(60) },
  { userId: 'emoji_parade', nick: '🎈🎉🎊🎁🎀🪅🎏🎐🎑🧧🎎🎃🎄🎋🎍✨🎇🎆🧨🎈🎉🎊🎁🎀' },
  { userId: 'family_emoji', nick: '👨‍👩‍👧‍👦一家四口👩‍💻🧑🏾‍🚀👍🏽' },
  { userId: 'flagship', nick: '🇫🇮🇳🇴🇮🇸 north' },
  {
    userId: 'stacked_marks',
    nick: 'Z\u0351\u036b\u0343a\u0363\u0366\u0313l\u0300\u0344\u0357g\u033e\u0308\u0307o\u0352\u0342\u035b',
  },
  { userId: 'blank_name', nick: '\u3164' },
  { userId: 'only_spaces', nick: '\u2003\u2003\u2003' },
  { userId: 'new_line_nick', nick: '上一行\n下一行' },
  { userId: 'html_in_name', nick: '<b>bold</b> & "quoted"' },
  { userId: 'right_to_left', nick: 'شاي بالنعناع' },
  { userId: 'rtl_override', nick: '\u202eemosewa yllaer\u202c' },
  { userId: 'fancy_letters', nick: '𝓜𝓸𝓸𝓷𝓵𝓲𝓰𝓱𝓽 ☾' },
  { userId: 'wave_frame', nick: '꧁༺夜色༻꧂' },
  { userId: 'user_8204417', nick: '用户8204417' },
  { userId: 'no_nick_set', nick: '' },
];

/** People who want to be taken for someone else: staff, the broadcaster, or a well-known regular. */
export const impostorNames: readonly OddName[] = [
  { userId: 'adm1nistrator', nick: '\u0430dministrator' },
  { userId: 'administrat0r', nick: 'Admin\u0456strator' },
  { userId: 'official_service_01', nick: '官方客服\u200b' },
  { userId: 'guanfang_kefu', nick: '【官方】直播客服' },
  { userId: 'system_notice', nick: '系统通知' },
  { userId: 'anchor_asst', nick: '主播小助手✅' },
  { userId: 'xiaoyu_', nick: '小雨\u200d' },
  { userId: 'xiao_yu', nick: '⼩雨' },
  { userId: 'MapIeToast', nick: 'MapIeToast' },
  { userId: 'rnoonrise', nick: 'rnoonrise' },
  { userId: 'kk_real', nick: '\u212ak' },
  { userId: 'mod_team', nick: 'Mоderаtor' },
];
