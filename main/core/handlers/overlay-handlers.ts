import { type AppError, appError } from '../../contract/app-error.ts';
import type { ParsedInput } from '../../contract/calls.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { createFeedPages } from '../feed/feed-pages.ts';
import type { Handlers } from '../router.ts';
import type { Services } from './services.ts';

const notHere: AppError = appError('not-found', {
  en: 'This comment is no longer at hand, so it cannot be pinned. Pin a newer one.',
  'zh-CN': '找不到该评论，无法置顶。请选择较新的评论。',
});
const notPinnable: AppError = appError('invalid-input', {
  en: 'Only a comment or a notice can be pinned. Select one and press P again.',
  'zh-CN': '只能置顶评论或公告。请选中后再按 P。',
});
const notCleared: AppError = appError('not-allowed', {
  en: 'This comment is held or blocked, so it may not go on the picture. Approve it first.',
  'zh-CN': '该评论被暂存或拦截，不能上屏。请先通过它。',
});
const hiddenHere: AppError = appError('not-allowed', {
  en: 'This comment is hidden, so it may not go on the picture. Show it again first.',
  'zh-CN': '该评论已被隐藏，不能上屏。请先恢复显示。',
});
const recalledInRoom: AppError = appError('not-allowed', {
  en: 'This comment was recalled, so it may not go on the picture. Pin another one.',
  'zh-CN': '该评论已被撤回，不能上屏。请置顶其他评论。',
});
const pictureBlank: AppError = appError('conflict', {
  en: 'The picture is blank. Put it back on air first, then pin.',
  'zh-CN': '画面已清空。请先恢复上屏，再置顶。',
});
const noOverlayTookIt: AppError = appError(
  'conflict',
  {
    en: 'No overlay can show this pinned: those on air leave this room out or have the pinned comment switched off.',
    'zh-CN': '没有叠加层可以置顶它：上屏的叠加层不包含该直播间，或关闭了置顶评论。',
  },
  {
    remedy: {
      en: 'Switch both on for an overlay on the Overlay page, then pin again. A comment without any text cannot be pinned.',
      'zh-CN': '请在“叠加层”页面为某个叠加层开启这两项，再置顶。没有文字的评论不能置顶。',
    },
  },
);
const panicIsOn: AppError = appError('conflict', {
  en: 'Panic is on and keeps the picture blank. End it with Shift+Esc.',
  'zh-CN': '紧急状态中，画面保持清空。按 Shift+Esc 结束紧急状态。',
});

type Pin = ParsedInput<'overlay:pin'>;

const pin = (
  { hub, history, overlays, desk }: Services,
  { roomKey, itemId }: Pin,
): Result<Record<string, never>> => {
  const item = createFeedPages({ hub, history }).find(roomKey, itemId);
  if (item === undefined) return err(notHere);
  if (item.kind !== 'comment' && item.kind !== 'notice') return err(notPinnable);
  if (item.kind === 'comment' && !['clean', 'flag'].includes(item.verdict.level)) return err(notCleared);
  const recalled = history.isRecalled(roomKey, itemId);
  if (recalled.ok && recalled.value) return err(recalledInRoom);
  const hidden = history.hidden.hasItem(roomKey, itemId);
  if ((hidden.ok && hidden.value) || desk.visible(roomKey, [item]).length === 0) return err(hiddenHere);
  if (Object.values(overlays.status()).every(({ blank }) => blank)) return err(pictureBlank);
  return overlays.pin(roomKey, item) > 0 ? ok({}) : err(noOverlayTookIt);
};

const blank = (
  { overlays, panic }: Services,
  { on, overlayId }: ParsedInput<'overlay:blank'>,
): Result<Record<string, never>> => {
  const ids = overlayId === undefined ? Object.keys(overlays.status()) : [overlayId];
  for (const id of ids) {
    const known = overlays.settings(id);
    if (!known.ok) return known;
  }
  if (panic.view().on) {
    if (!on) return err(panicIsOn);
    panic.keepBlank(ids);
  }
  overlays.blank(on, overlayId);
  return ok({});
};

const made = (result: Result<string>) => (result.ok ? ok({ overlayId: result.value }) : result);
const done = (result: Result<unknown>) => (result.ok ? ok({}) : result);

export const overlayHandlers = (services: Services) => {
  const { overlays, obs } = services;
  return {
    'overlay:url': ({ overlayId, preview }) => {
      const url = preview === true ? overlays.url(overlayId) : overlays.handOut(overlayId);
      return url.ok ? ok({ url: url.value }) : url;
    },
    'overlay:rotate': ({ overlayId }) => {
      const url = overlays.rotate(overlayId);
      return url.ok ? ok({ url: url.value }) : url;
    },
    'overlay:blank': (input) => blank(services, input),
    'overlay:pin': (input) => pin(services, input),
    'overlay:unpin': () => {
      overlays.unpin();
      return ok({});
    },
    'overlay:waiting': ({ overlayId }) => {
      const known = overlays.settings(overlayId);
      return known.ok ? ok({ items: [...overlays.waiting(overlayId)] }) : known;
    },
    'overlay:create': ({ name, preset }) => made(overlays.create(name, preset)),
    'overlay:duplicate': ({ overlayId, name }) => made(overlays.duplicate(overlayId, name)),
    'overlay:rename': ({ overlayId, name }) => {
      const before = overlays.status()[overlayId];
      const renamed = overlays.rename(overlayId, name);
      if (renamed.ok && before !== undefined) obs.overlayRenamed(before);
      return done(renamed);
    },
    'overlay:remove': ({ overlayId }) => done(overlays.remove(overlayId)),
    'overlay:settings': ({ overlayId }) => overlays.settings(overlayId),
    'overlay:configure': ({ overlayId, patch }) => overlays.configure(overlayId, patch),
  } satisfies Partial<Handlers>;
};
