import type { Settings } from '../../contract/models/settings.ts';
import type { OpenAccounts } from '../accounts/open-accounts.ts';
import type { AccountsService } from '../accounts/open-accounts-service.ts';
import type { FeedHub } from '../feed/feed-hub.ts';
import type { History } from '../history/history.ts';
import type { ModerationDesk } from '../moderation/open-moderation.ts';
import type { Overlays } from '../overlay/overlays.ts';
import type { PanicSwitch } from '../panic/panic.ts';
import type { FirstTimers } from '../person-marks/first-timers.ts';
import type { MarkBoard } from '../person-marks/mark-board.ts';
import type { Ports } from '../ports.ts';
import type { RehearsalAccount } from '../rehearsal/open-rehearsal.ts';
import type { RoomBoard } from '../rooms/room-board.ts';
import type { Document } from '../settings/documents.ts';
import type { Mirror } from '../state/mirror.ts';
import type { WordService } from '../word-book/open-word-book.ts';
import type { WordDesks } from '../word-book/open-word-desks.ts';

/** What the calls of windows need of the core. */
export type Services = {
  readonly ports: Ports;
  readonly mirror: Mirror;
  readonly settings: Document<Settings>;
  readonly accounts: OpenAccounts;
  readonly accountsService: AccountsService;
  readonly board: RoomBoard;
  readonly hub: FeedHub;
  readonly overlays: Overlays;
  readonly desk: ModerationDesk;
  readonly panic: PanicSwitch;
  readonly rehearsal: RehearsalAccount;
  readonly words: WordService;
  readonly wordDesks: WordDesks;
  readonly history: History;
  readonly markBoard: MarkBoard;
  readonly firstTimers: FirstTimers;
};
