import type { Localized } from '../../../contract/app-error.ts';

const says = (en: string, zh: string): Localized => ({ en, 'zh-CN': zh });

/** What to do, for the many codes that ask for the same. */
export const remedies = {
  report: says(
    'This is a fault in how Livedeck asked. Report it with the code.',
    '这是 Livedeck 请求方式的问题，请连同错误码一起反馈。',
  ),
  wait: says(
    'Livedeck tries again by itself. If it lasts, check the service status and try again in a few minutes.',
    'Livedeck 会自动重试。若持续出现，请查看服务状态，几分钟后再试。',
  ),
  later: says('Try again in a few minutes.', '请几分钟后再试。'),
  slowDown: says(
    'Livedeck slows down and tries again by itself. Other programs of this app count too.',
    'Livedeck 会放慢并自动重试。同一应用的其他程序也会占用配额。',
  ),
  checkKey: says(
    'Run Key check with this SDKAppID and the key from the same app in the console.',
    '请用该 SDKAppID 和控制台中同一应用的密钥做一次“密钥检查”。',
  ),
  checkAppId: says(
    'Compare the SDKAppID with the one in the console, and the region of the account.',
    '请核对 SDKAppID 是否与控制台一致，以及账号所选地域。',
  ),
  newSignature: says(
    'Sign in again to get a new UserSig. A moderator asks for a new pass.',
    '请重新登录以获取新的 UserSig；房管请索取新的通行证。',
  ),
  useAdmin: says(
    'Set the account name to an App admin of the console (default: administrator).',
    '请把账号名设为控制台中的 App 管理员（默认 administrator）。',
  ),
  askRight: says(
    'Act as an App admin, as the owner, or have the owner make this account a room admin.',
    '请以 App 管理员或群主身份操作，或请群主把该账号设为房间管理员。',
  ),
  edition: says(
    'Buy an edition that has it, or switch the feature on in the console. It takes effect within 5 minutes.',
    '请购买包含该功能的版本，或在控制台开启该功能，5 分钟内生效。',
  ),
  console: says('Check the app’s settings in the console.', '请检查控制台中该应用的设置。'),
  checkRoom: says('Check the room ID and open the room again.', '请核对房间 ID，并重新打开房间。'),
  checkUser: says(
    'Check the user ID. The account must exist in this app.',
    '请核对用户 ID，该账号须已存在于本应用。',
  ),
  checkInput: says('Correct what was entered and send it again.', '请修改输入内容后重新发送。'),
  shorten: says('Make it shorter and send it again.', '请缩短后重新发送。'),
  fewer: says('Choose fewer at once.', '请减少一次选择的数量。'),
  reword: says('Word it differently.', '请换一种说法。'),
  ownBackend: says(
    'Your own server behind the webhook decided this. Look there for the reason.',
    '这是你自己的回调服务作出的决定，原因请在那里查看。',
  ),
  unmute: says('Wait until the mute ends, or unmute the account.', '请等禁言结束，或解除禁言。'),
  nothing: says('Nothing to do.', '无需处理。'),
  reread: says('Read the current value and try again.', '请重新读取当前值后再试。'),
  network: says(
    'Check this computer’s network, proxy and firewall. Livedeck reconnects by itself.',
    '请检查本机网络、代理和防火墙。Livedeck 会自动重连。',
  ),
  reconnect: says('Close and open the room again.', '请关闭房间后重新打开。'),
  signIn: says('Wait until the account is signed in, then try again.', '请等账号登录完成后再试。'),
  oneConsole: says(
    'Close the other window that uses this account, or raise “Online Web Instances” in the console.',
    '请关闭使用该账号的其他窗口，或在控制台提高“Web 端实例同时在线”数。',
  ),
  quota: says(
    'Remove what is no longer needed, or buy an edition with a higher limit.',
    '请删除不再需要的内容，或购买配额更高的版本。',
  ),
  notHere: says('Use a room type that supports it.', '请改用支持该功能的房间类型。'),
  banInstead: says('In a live room, ban or mute the person instead.', '在直播间请改用封禁或禁言。'),
  hideInstead: says(
    'Hide the comment instead. It leaves this console and every overlay.',
    '请改用隐藏，该评论会从本控制台和所有叠加层消失。',
  ),
  chooseFile: says('Choose another file.', '请换一个文件。'),
} as const;
