import { entry, type VendorCodeTable } from './entry.ts';
import { remedies as r } from './remedies.ts';

/** Rooms and people: codes that the SDK makes itself (tencent-im C7). */
export const sdkRoomCodes: VendorCodeTable = {
  2600: entry('invalid-input', r.notHere, 'The room type is not valid.', '房间类型不合法。'),
  2602: entry('invalid-input', r.checkRoom, 'The room ID is not valid.', '房间 ID 不合法。'),
  2603: entry('not-found', r.reconnect, 'This console is not in that room.', '本控制台不在该房间内。'),
  2620: entry(
    'not-allowed',
    r.notHere,
    'The owner of a live room cannot be changed.',
    '直播间不能转让群主。',
  ),
  2621: entry('not-allowed', r.checkUser, 'This user cannot become the owner.', '不能转让给该用户。'),
  2623: entry('not-found', r.reconnect, 'This account is not in the room.', '该账号不在房间内。'),
  2660: entry('unavailable', r.reconnect, 'Joining the room failed.', '加入房间失败。'),
  2661: entry('not-allowed', r.notHere, 'People cannot be added to a live room.', '直播间不能邀请他人加入。'),
  2662: entry(
    'not-ready',
    r.signIn,
    'Only live rooms can be joined without signing in.',
    '未登录只能加入直播间。',
  ),
  2681: entry(
    'not-allowed',
    r.askRight,
    'Only the owner of the room may do this.',
    '只有群主可以执行此操作。',
  ),
  2683: entry('not-allowed', r.askRight, 'This role cannot be given here.', '不能设置该角色。'),
  2684: entry('invalid-input', r.checkInput, 'The role is not valid.', '角色不合法。'),
  2685: entry('not-allowed', r.nothing, 'You cannot mute yourself.', '不能禁言自己。'),
  2686: entry('invalid-input', r.checkInput, 'A ban needs a duration.', '封禁需要指定时长。'),
  2687: entry('not-allowed', r.banInstead, 'Live rooms do not support this.', '直播间不支持此操作。'),
  3021: entry('invalid-input', r.checkRoom, 'The topic ID is not valid.', '话题 ID 不合法。'),
  3122: entry(
    'not-allowed',
    r.edition,
    'The app’s plan does not include this feature, or it is not switched on.',
    '当前套餐不包含该功能，或未开启。',
  ),
};

/** Friends and profiles, 27xx: the sheet names only the family. */
export const sdkProfileFamily = entry(
  'refused-by-service',
  r.checkUser,
  'The SDK refused a request about friends or profiles.',
  'SDK 拒绝了好友或资料请求。',
);
