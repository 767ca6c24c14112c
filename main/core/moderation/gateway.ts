import type { Action } from '../../contract/models/action.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import type { Result } from '../../contract/result.ts';
import type { Answer, Until } from '../history/journal-events.ts';

/** What the service answered to a request that it took; `code` 0 as a rule. Refusals are `AppError`s with `vendor`. */
export type GatewayAnswer = Answer;

/** Words to one person, in the room or to them alone. */
export type Warning = Pick<Extract<Action, { type: 'warn' }>, 'userId' | 'text' | 'to'>;

/**
 * The service as moderation sees it. Requests say what the service answered; questions read the state back. What this
 * account may not do or ask answers `refused-by-service` or `not-allowed`; what could not be reached now is retryable.
 */
export type ModerationGateway = {
  /** `seconds` up to MUTE_FOREVER_SECONDS, which means for ever. Sent again, it begins anew. */
  readonly mute: (roomKey: RoomKey, userId: string, seconds: number) => Promise<Result<GatewayAnswer>>;
  readonly unmute: (roomKey: RoomKey, userId: string) => Promise<Result<GatewayAnswer>>;
  readonly mutedUntil: (roomKey: RoomKey, userId: string) => Promise<Result<Until>>;
  readonly ban: (
    roomKey: RoomKey,
    userId: string,
    seconds: number,
    reason: string,
  ) => Promise<Result<GatewayAnswer>>;
  readonly unban: (roomKey: RoomKey, userId: string) => Promise<Result<GatewayAnswer>>;
  readonly bannedUntil: (roomKey: RoomKey, userId: string) => Promise<Result<Until>>;
  readonly recall: (roomKey: RoomKey, seq: number) => Promise<Result<GatewayAnswer>>;
  readonly muteAll: (roomKey: RoomKey, on: boolean) => Promise<Result<GatewayAnswer>>;
  readonly isMutedAll: (roomKey: RoomKey) => Promise<Result<boolean>>;
  readonly notice: (roomKey: RoomKey, text: string) => Promise<Result<GatewayAnswer>>;
  readonly warn: (roomKey: RoomKey, warning: Warning) => Promise<Result<GatewayAnswer>>;
};

/** What differs between who holds the key and who does not. */
export type ServiceGateway = Omit<ModerationGateway, 'warn'>;

/** `upTo` (ms): comments up to then; `null` also those to come. */
export type ScreenTarget =
  | { readonly itemIds: readonly string[] }
  | { readonly userId: string; readonly upTo: number | null };

/** The screen and the overlays. Both act at once and do not wait for receipts. */
export type ModerationEffects = {
  readonly hide: (roomKey: RoomKey, target: ScreenTarget) => void;
  readonly show: (
    roomKey: RoomKey,
    target: { readonly itemIds: readonly string[] } | { readonly userId: string },
  ) => void;
};
