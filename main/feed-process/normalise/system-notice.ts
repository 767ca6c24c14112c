import type { FeedItem } from '../../contract/models/feed-item.ts';
import { noticePayloadSchema, type SdkMessage } from '../sdk-message.ts';
import { cleanText } from './clean-text.ts';
import type { Head } from './message.ts';

/** `operationType` of system notices that matter in a live room (tencent-im C4). */
const report = { kicked: 4, dissolved: 5, banned: 21, custom: 255 } as const;

export type SystemNotice = {
  readonly roomId: string;
  readonly items: readonly FeedItem[];
  /** We are no longer in the room, and why. */
  readonly removed?: 'kicked' | 'dissolved' | 'banned';
};

const removals: Readonly<Record<number, SystemNotice['removed']>> = {
  [report.kicked]: 'kicked',
  [report.dissolved]: 'dissolved',
  [report.banned]: 'banned',
};

/** Reads a system notice; `undefined` where it names no room or says nothing to a person. */
export const readSystemNotice = (message: SdkMessage, head: Head): SystemNotice | undefined => {
  const parsed = noticePayloadSchema.safeParse(message.payload);
  if (!parsed.success) return undefined;
  const { operationType, userDefinedField, groupProfile } = parsed.data;
  const roomId = groupProfile.groupID;
  if (roomId === '') return undefined;
  const removed = removals[operationType];
  if (removed !== undefined) return { roomId, items: [], removed };
  const text = cleanText(userDefinedField);
  if (operationType !== report.custom || text === '') return undefined;
  const { id, at, receivedAt } = head;
  return { roomId, items: [{ id, at, receivedAt, kind: 'notice', text }] };
};
