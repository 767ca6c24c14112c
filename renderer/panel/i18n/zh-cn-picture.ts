import type { ChinesePicture } from './message-types.ts';

/** Chinese: panic, and what is about to be or is on the picture. */
export const zhCnPicture: ChinesePicture = {
  'panic.label': '紧急状态',
  'panic.title': '紧急状态',
  'panic.since': '已持续 {{time}}',
  'panic.rooms_other': '{{count}} 个房间全员禁言',
  'panic.locking_other': '正在禁言 {{count}} 个房间',
  'panic.picture': '画面已清空',
  'panic.words': '词库严格模式',
  'panic.end': '结束紧急状态',
  'panic.failed': '未能禁言',
  'panic.retry': '重试',
  'panic.left': '紧急状态已结束，但有房间未恢复',
  'panic.stillMuted': '仍在禁言',
  'panic.releasing_other': '紧急状态已结束，正在恢复 {{count}} 个房间的发言',
  'panic.dismiss': '收起',

  'picture.onAir': '上屏中',
  'picture.blankState': '已清空',
  'picture.blankNow': '立即清空',
  'picture.backOn': '恢复上屏',
  'picture.pinned': '已置顶',
  'picture.unpin': '取消置顶',

  'airLock.label': '待播：即将上屏的内容',
  'airLock.title': '待播',
  'airLock.seconds': '评论上屏前等待多久',
  'airLock.off': '关',
  'airLock.secondsValue': '{{n}} 秒',
  'airLock.empty': '没有等待上屏的评论。',
  'airLock.none': '评论会立即上屏。',
  'airLock.hide': '不让上屏：{{nick}}，{{text}}',
  'airLock.more': '还有 {{count, number}} 条',

  'command.pin': '置顶到画面 / 取消置顶',
  'command.blankNow': '清空画面 / 恢复上屏',
  'command.hideNext': '拦下待播的下一条',
  'command.panic': '紧急状态：全部锁定 / 解除',

  'failed.panic': '紧急状态切换失败',
  'failed.blank': '未能清空画面',
  'failed.backOn': '画面仍为清空状态',
  'failed.pin': '评论未能置顶',
  'failed.unpin': '未能取消置顶',
  'failed.airLock': '待播时长未能更改',
};
