import { entry, type VendorCodeTable } from './entry.ts';
import { remedies as r } from './remedies.ts';

const image = (en: string, zh: string) => entry('invalid-input', r.chooseFile, en, zh);

/** Messages: codes that the SDK makes itself (tencent-im C7). */
export const sdkMessageCodes: VendorCodeTable = {
  2040: entry('unavailable', r.later, 'No upload channel for the file.', '没有可用的文件上传通道。'),
  2041: entry('unavailable', r.later, 'The upload was not permitted by a signature.', '获取上传签名失败。'),
  2100: entry('unavailable', r.later, 'The message was not sent.', '消息未发送成功。'),
  2101: entry(
    'not-ready',
    r.reconnect,
    'Not in this live room, so nothing can be sent.',
    '不在该直播间内，无法发送。',
  ),
  2105: entry('internal', r.report, 'This is not a message of the SDK.', '该对象不是 SDK 消息。'),
  2106: entry('internal', r.report, 'The conversation type is not valid.', '会话类型不合法。'),
  2108: entry('invalid-input', r.chooseFile, 'The file is empty.', '文件为空。'),
  2109: entry('internal', r.report, 'The progress callback is not a function.', '进度回调不是函数。'),
  2110: entry('refused-by-service', r.hideInstead, 'Recalling the message failed.', '撤回消息失败。'),
  2111: entry('refused-by-service', r.hideInstead, 'Deleting the message failed.', '删除消息失败。'),
  2112: entry('refused-by-service', r.nothing, 'Marking as read failed.', '标记已读失败。'),
  2251: image('The image is missing.', '缺少图片。'),
  2252: image(
    'The image type is not supported (jpg, png, gif, bmp, webp).',
    '不支持该图片格式（jpg、png、gif、bmp、webp）。',
  ),
  2253: image('The image is over 20 MB.', '图片超过 20 MB。'),
  2300: image('The audio file is missing.', '缺少音频文件。'),
  2301: image('The audio file is over 20 MB.', '音频文件超过 20 MB。'),
  2350: image('The video file is missing.', '缺少视频文件。'),
  2351: image('The video is over 100 MB.', '视频超过 100 MB。'),
  2352: image('The video type is not supported (mp4, mov).', '不支持该视频格式（mp4、mov）。'),
  2480: entry('conflict', r.reread, 'Somebody else changed the message meanwhile.', '该消息刚被他人修改。'),
  2481: entry(
    'not-allowed',
    r.hideInstead,
    'Messages of live rooms cannot be changed.',
    '直播间消息不能修改。',
  ),
  3123: entry(
    'refused-by-service',
    r.reword,
    'The local word list of the service blocked the text. It was not sent.',
    '内容命中本地审核词库，未发送。',
  ),
  3153: entry('internal', r.report, 'The call had no options.', '调用缺少选项。'),
};

/** Families of which the sheet gives only the range: first code, last code, what they are about. */
export const sdkMessageFamilies = {
  2114: {
    to: 2119,
    entry: entry('refused-by-service', r.report, 'The SDK refused a message call.', 'SDK 拒绝了消息调用。'),
  },
  2400: {
    to: 2403,
    entry: image('The file is missing, empty or over 100 MB.', '文件缺失、为空或超过 100 MB。'),
  },
  2450: {
    to: 2454,
    entry: entry(
      'not-allowed',
      r.checkInput,
      'These messages cannot be forwarded together.',
      '这些消息不能合并转发。',
    ),
  },
  2500: {
    to: 2503,
    entry: entry('not-found', r.reconnect, 'The conversation is not known.', '找不到该会话。'),
  },
  8010: {
    to: 8012,
    entry: entry('conflict', r.nothing, 'The invitation is no longer open.', '该邀请已失效。'),
  },
  8020: {
    to: 8020,
    entry: entry('conflict', r.nothing, 'The invitation is no longer open.', '该邀请已失效。'),
  },
} as const;
