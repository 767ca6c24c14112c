import type { AppError } from '../../../../main/contract/app-error.ts';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';

/** Something said here that is on its way, or that did not go out. Sent ones come back through the feed. */
export type Outgoing = {
  readonly id: number;
  readonly roomKey: RoomKey;
  readonly text: string;
  readonly danmaku: boolean;
  readonly at: number;
  /** Why it did not go out; absent while it is on its way. */
  readonly error?: AppError;
};

export type Outbox = readonly Outgoing[];

export const begun = (outbox: Outbox, outgoing: Outgoing): Outbox => [
  ...outbox.filter((one) => one.id !== outgoing.id),
  outgoing,
];

export const gone = (outbox: Outbox, id: number): Outbox => outbox.filter((one) => one.id !== id);

export const refused = (outbox: Outbox, id: number, error: AppError): Outbox =>
  outbox.map((one) => (one.id === id ? { ...one, error } : one));
