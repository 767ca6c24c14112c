import type { Convention } from '../contract/models/room.ts';
import type { OutgoingMessage } from './sdk.ts';

export type Outgoing = {
  readonly roomId: string;
  readonly text: string;
  readonly danmaku: boolean;
  readonly convention: Convention;
  readonly priority: string;
  readonly userId: string;
  readonly nick: string;
};

/**
 * Writes a comment in the room's convention (message-conventions, "Sending"). Only Mini LVB has a way to say that a
 * comment should fly; elsewhere it is sent as a plain comment, which our own overlays fly anyway.
 */
export const writeComment = (outgoing: Outgoing): OutgoingMessage => {
  const { roomId, text, danmaku, convention, priority, userId, nick } = outgoing;
  const payload =
    convention === 'mini-lvb'
      ? JSON.stringify({ userAction: danmaku ? 5 : 1, userId, nickName: nick, headPic: '', msg: text })
      : text;
  return { to: roomId, conversationType: 'GROUP', priority, payload: { text: payload } };
};

/** How many of a room's latest comments decide which convention it is in. */
const WINDOW = 40;

/** Learns from what a room carries how one should write into it; tells when the answer changes. */
export const createConventionDetector = (onChange: (convention: Convention) => void) => {
  const latest: Convention[] = [];
  let current: Convention = 'plain';
  return {
    note: (via: Convention) => {
      latest.push(via);
      if (latest.length > WINDOW) latest.shift();
      const lvb = latest.filter((one) => one === 'mini-lvb').length;
      const next: Convention = lvb * 2 > latest.length ? 'mini-lvb' : 'plain';
      if (next === current || latest.length < 5) return;
      current = next;
      onChange(next);
    },
  };
};
