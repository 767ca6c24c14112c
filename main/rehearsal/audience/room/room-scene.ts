import type { Convention } from '../convention/room-voice.ts';
import type { Topic } from '../talk/phrasebook.ts';

/** What a room is about and what its apps speak. Room 0 is the music room with plain text. */
export type RoomScene = {
  readonly topic: Topic;
  readonly convention: Convention;
  /** Share of comments that are sent as on-screen comments. */
  readonly danmakuRate: number;
  /** How often an app tells the others that its user came or went. */
  readonly announceRate: number;
};

const topics = ['song', 'game', 'shop'] as const;
const conventions = ['plain', 'mini-lvb', 'tui'] as const;

const habitsOf: Readonly<Record<Convention, Pick<RoomScene, 'danmakuRate' | 'announceRate'>>> = {
  plain: { danmakuRate: 0.14, announceRate: 0.06 },
  'mini-lvb': { danmakuRate: 0.22, announceRate: 0.7 },
  tui: { danmakuRate: 0.02, announceRate: 0 },
};

export const roomSceneOf = (roomIndex: number): RoomScene => {
  const topic = topics[roomIndex % 3] ?? 'song';
  // Shifted by one every three rooms, so that with many rooms each topic occurs in each convention.
  const convention = conventions[(roomIndex + Math.floor(roomIndex / 3)) % 3] ?? 'plain';
  return { topic, convention, ...habitsOf[convention] };
};
