import type { FeedItem } from '../../contract/models/feed-item.ts';
import type { Person } from '../../contract/models/person.ts';
import { type SdkMessage, type TipPayload, tipPayloadSchema } from '../sdk-message.ts';
import { cleanText } from './clean-text.ts';
import type { Head } from './message.ts';
import { person } from './person.ts';

/** Group tips by `operationType` (tencent-im C4, sdk-wire 7.3). */
const tip = {
  join: 1,
  quit: 2,
  kick: 3,
  admin: 4,
  unadmin: 5,
  groupChanged: 6,
  memberChanged: 7,
  ban: 10,
  unban: 11,
} as const;

const memberActs: Readonly<Record<number, 'kick' | 'admin' | 'unadmin' | 'ban' | 'unban'>> = {
  [tip.kick]: 'kick',
  [tip.admin]: 'admin',
  [tip.unadmin]: 'unadmin',
  [tip.ban]: 'ban',
  [tip.unban]: 'unban',
};

const people = (payload: TipPayload): Person[] => {
  const known = new Map(payload.memberList.map((member) => [member.userID, member]));
  const ids = payload.userIDList.length > 0 ? payload.userIDList : [...known.keys()];
  return ids.map((id) => person(id, known.get(id)?.nick ?? '', known.get(id)?.avatar ?? ''));
};

const operator = (payload: TipPayload): { by?: Person } =>
  payload.operatorID === ''
    ? {}
    : {
        by: person(payload.operatorID, payload.operatorInfo?.nick ?? '', payload.operatorInfo?.avatar ?? ''),
      };

const groupChange = (payload: TipPayload, stamp: Omit<Head, 'own'>): FeedItem[] => {
  const change = payload.newGroupProfile;
  if (change === undefined) return [];
  if (change.muteAllMembers !== undefined) {
    const act = change.muteAllMembers ? 'mute-all' : 'unmute-all';
    return [{ ...stamp, kind: 'moderation', act, targets: [], ...operator(payload) }];
  }
  const { groupName, notification, introduction } = change;
  return [
    {
      ...stamp,
      kind: 'room-changed',
      ...(groupName !== undefined && { name: cleanText(groupName) }),
      ...(notification !== undefined && { notification: cleanText(notification) }),
      ...(introduction !== undefined && { introduction: cleanText(introduction) }),
    },
  ];
};

/** One news item a muted or unmuted member: their times may differ. */
const memberChange = (payload: TipPayload, stamp: Omit<Head, 'own'>): FeedItem[] =>
  payload.memberList
    .filter((member) => member.muteTime !== undefined)
    .map((member, index) => {
      const seconds = member.muteTime ?? 0;
      return {
        ...stamp,
        id: `${stamp.id}#${index}`,
        kind: 'moderation' as const,
        act: seconds > 0 ? ('mute' as const) : ('unmute' as const),
        targets: [person(member.userID, member.nick, member.avatar)],
        ...operator(payload),
        ...(seconds > 0 && { seconds }),
      };
    });

/** Turns a group tip into feed items. Tips of unknown kinds say nothing a person could use. */
export const itemsOfTip = (message: SdkMessage, head: Head): FeedItem[] => {
  const parsed = tipPayloadSchema.safeParse(message.payload);
  if (!parsed.success) return [];
  const payload = parsed.data;
  const stamp = { id: head.id, at: head.at, receivedAt: head.receivedAt };
  const type = payload.operationType;
  if (type === tip.join) return [{ ...stamp, kind: 'join', people: people(payload) }];
  if (type === tip.quit) return [{ ...stamp, kind: 'leave', people: people(payload) }];
  if (type === tip.groupChanged) return groupChange(payload, stamp);
  if (type === tip.memberChanged) return memberChange(payload, stamp);
  const act = memberActs[type];
  if (act === undefined) return [];
  const seconds = payload.duration === undefined ? {} : { seconds: payload.duration };
  return [{ ...stamp, kind: 'moderation', act, targets: people(payload), ...operator(payload), ...seconds }];
};
