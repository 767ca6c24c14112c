import { type AppError, appError, type Localized } from '../../contract/app-error.ts';
import type { JournalEntry } from '../../contract/models/action.ts';

const join = (first: Localized, second: Localized): Localized => ({
  en: `${first.en} ${second.en}`,
  'zh-CN': `${first['zh-CN']}${second['zh-CN']}`,
});

const staysHidden: Localized = {
  en: 'What you hid stays hidden here and on the overlays.',
  'zh-CN': '已隐藏的内容在本机和叠加层上保持隐藏。',
};

/** A failure of the service that leaves the screen as the moderator wanted it, and says so. */
export const withHiddenKept = (error: AppError): AppError => ({
  ...error,
  text: join(error.text, staysHidden),
});

const notSent: Localized = {
  en: 'The action was not sent, because the journal could not record it.',
  'zh-CN': '操作日志无法写入，因此未发送该操作。',
};

export const journalRefused = (error: AppError): AppError => ({ ...error, text: join(notSent, error.text) });

export const entryUnknown = appError('not-found', {
  en: 'This action is not in the journal.',
  'zh-CN': '操作日志中没有这条操作。',
});

export const nothingToUndo = appError('not-found', {
  en: 'There is nothing to undo.',
  'zh-CN': '没有可撤销的操作。',
});

const cannotUndo = (text: Localized): AppError => appError('conflict', text);

export const undoRefusals = {
  notice: cannotUndo({
    en: 'A notice cannot be undone: everybody in the room has already received it.',
    'zh-CN': '公告无法撤销：房间内的人已经收到。',
  }),
  warn: cannotUndo({
    en: 'A warning cannot be undone: it has already been received.',
    'zh-CN': '警告无法撤销：对方已经收到。',
  }),
  recall: cannotUndo({
    en: 'A recall cannot be undone: the service has deleted the comment for good.',
    'zh-CN': '消息撤回后无法恢复：服务端已将其彻底删除。',
  }),
  undone: cannotUndo({ en: 'This action was already undone.', 'zh-CN': '该操作已经撤销过了。' }),
  replaced: cannotUndo({
    en: 'A later action has replaced this one. Undo the later one first.',
    'zh-CN': '之后的操作已取代该操作，请先撤销之后的操作。',
  }),
  wasHidden: cannotUndo({
    en: 'The comment was already hidden before this action, so there is nothing to show again.',
    'zh-CN': '该评论在此操作之前就已隐藏，无需恢复显示。',
  }),
  wasShown: cannotUndo({
    en: 'The comment was not hidden before this action, so there is nothing to hide again.',
    'zh-CN': '该评论在此操作之前并未隐藏，无需再次隐藏。',
  }),
  priorUnknown: cannotUndo({
    en: 'It is not known how long the mute or ban was meant to last, so it cannot be put back. Mute or ban anew.',
    'zh-CN': '不清楚原来的禁言或封禁时长，无法恢复。请重新禁言或封禁。',
  }),
  failed: cannotUndo({
    en: 'This action failed and changed nothing, so there is nothing to undo.',
    'zh-CN': '该操作没有成功，也没有改变任何内容，无需撤销。',
  }),
  pending: cannotUndo({
    en: 'This action has not been answered yet. Wait a moment and try again.',
    'zh-CN': '该操作尚未得到答复，请稍后再试。',
  }),
} as const;

export const notFailed = (entry: JournalEntry): AppError =>
  appError('conflict', {
    en: entry.status === 'done' ? 'This action has already succeeded.' : 'This action is still under way.',
    'zh-CN': entry.status === 'done' ? '该操作已经成功。' : '该操作仍在进行中。',
  });

export const retryOfUndone = appError('conflict', {
  en: 'This action was undone. Take it anew if you want it after all.',
  'zh-CN': '该操作已被撤销。如仍需要，请重新操作。',
});

export const neverSent = appError(
  'unavailable',
  {
    en: 'Livedeck was closed before this action was sent.',
    'zh-CN': 'Livedeck 在发送该操作之前已关闭。',
  },
  {
    remedy: { en: 'Retry it if it is still wanted.', 'zh-CN': '如仍需要，请重试。' },
    retryable: true,
  },
);

export const outcomeUnknown = appError(
  'timeout',
  {
    en: 'Livedeck was closed before the service answered, and the service cannot be asked what became of it.',
    'zh-CN': 'Livedeck 在服务端答复之前已关闭，且无法查询该操作的结果。',
  },
  {
    remedy: { en: 'Look into the room before you retry.', 'zh-CN': '重试前请先在房间内确认。' },
    retryable: true,
  },
);

export const tooLate = appError(
  'timeout',
  {
    en: 'Livedeck was closed before the service answered. The action is not in force, and too old to be sent by itself.',
    'zh-CN': 'Livedeck 在服务端答复之前已关闭。该操作未生效，且时间过久，不再自动发送。',
  },
  {
    remedy: { en: 'Retry it if it is still wanted.', 'zh-CN': '如仍需要，请重试。' },
    retryable: true,
  },
);
