import type { OverlaySettings } from '../../../main/contract/models/overlay.ts';
import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';
import { element, spoken } from '../dom/element.ts';
import { createFader } from '../dom/fader.ts';
import { placeElement } from '../dom/place-element.ts';
import { wordsFor } from '../words.ts';
import { foldKey, rowToCountUp } from './chat-fold.ts';
import { chatBatchMs, createChatQueue } from './chat-queue.ts';
import type { Layer } from './layer.ts';

type Row = {
  readonly node: HTMLElement;
  readonly items: OverlayItem[];
  readonly key: string;
  leaveAt: number;
};

const isForChat = ({ kind, role }: OverlayItem, chat: OverlaySettings['chat']): boolean =>
  (kind === 'comment' || (kind === 'danmaku' && chat.flying)) && (!chat.staffOnly || role !== undefined);

/** The chat box: newest row at the bottom, whole rows only. */
export const createChatLayer = (root: HTMLElement): Layer => {
  const box = element('div', 'layer chat');
  root.append(box);
  const queue = createChatQueue();
  const fader = createFader();
  let rows: Row[] = [];
  let settings: OverlaySettings | undefined;
  let turn = 0;
  let timer: number | undefined;
  let sweeper: number | undefined;

  const drop = (row: Row) => {
    row.node.remove();
    rows = rows.filter((other) => other !== row);
  };

  const leave = (row: Row) => {
    rows = rows.filter((other) => other !== row);
    fader.fade(row.node);
  };

  const build = (item: OverlayItem, all: OverlaySettings): HTMLElement => {
    const words = wordsFor(all.language);
    const node = element('div', 'row');
    const line = element('div', 'words');
    turn = 1 - turn;
    node.dataset.turn = String(turn);
    node.append(line);
    node.dataset.hue = String(item.hue ?? 0);
    if (item.role) {
      node.dataset.role = item.role;
      line.append(element('span', 'badge', words[item.role]));
    }
    if (all.chat.nick) line.append(spoken('nick', item.nick || words.viewer));
    line.append(spoken('text', item.text));
    return node;
  };

  const fold = (row: Row, item: OverlayItem) => {
    row.items.push(item);
    row.node.querySelector('.times')?.remove();
    row.node.append(element('span', 'times', `×${row.items.length}`));
  };

  const keepWhole = (most: number) => {
    while (rows.length > most && rows[0]) drop(rows[0]);
    // Rows grow upwards from the foot of the box, so one that does not fit begins above its top.
    while (rows.length > 1 && rows[0] && rows[0].node.offsetTop < 0) drop(rows[0]);
  };

  const sweep = () => {
    sweeper = undefined;
    const now = performance.now();
    for (const row of rows.filter(({ leaveAt }) => leaveAt <= now)) leave(row);
    const [oldest] = rows;
    if (oldest && Number.isFinite(oldest.leaveAt)) sweeper = window.setTimeout(sweep, oldest.leaveAt - now);
  };

  const flush = () => {
    timer = undefined;
    if (!settings) return;
    const { chat } = settings;
    const stay = chat.seconds === 0 ? Number.POSITIVE_INFINITY : chat.seconds * 1000;
    for (const item of queue.take(performance.now(), chat.perSecond)) {
      const key = foldKey(item.text);
      const same = rowToCountUp(rows, key);
      if (same) {
        fold(same, item);
        continue;
      }
      const row = { node: build(item, settings), items: [item], key, leaveAt: performance.now() + stay };
      rows.push(row);
      box.append(row.node);
    }
    keepWhole(chat.rows);
    if (queue.size() > 0) timer = window.setTimeout(flush, chatBatchMs);
    if (sweeper === undefined) sweep();
  };

  const remove = (matches: (item: OverlayItem) => boolean): void => {
    queue.remove(matches);
    fader.cut();
    for (const row of rows.filter(({ items }) => items.some(matches))) drop(row);
  };

  return {
    apply: (all, picture) => {
      settings = all;
      placeElement(box, 'chat', all.chat, picture);
      if (!all.chat.on) for (const row of rows) drop(row);
      keepWhole(all.chat.rows);
    },
    show: (items) => {
      if (!settings?.chat.on) return;
      const { chat } = settings;
      const comments = items.filter((item) => isForChat(item, chat));
      if (comments.length === 0) return;
      queue.push(comments, settings.chat.rows);
      if (timer === undefined) timer = window.setTimeout(flush, rows.length === 0 ? 0 : chatBatchMs);
    },
    items: () => [...queue.items(), ...rows.flatMap(({ items }) => items)],
    remove,
    clear: () => remove(() => true),
    setHidden: () => undefined,
    onScreen: () => rows.length,
  };
};
