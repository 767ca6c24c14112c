import { z } from 'zod';
import type { JournalEntry } from '../../contract/models/action.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import { type Panic, panicSchema } from '../../contract/models/panic.ts';
import type { Result } from '../../contract/result.ts';

/** What is kept of a panic between runs; `{}` is a fresh start. */
export const panicDocumentSchema = panicSchema.extend({
  /** The strict word groups were on before. */
  strictBefore: z.boolean().default(false),
  /** Overlays that were blank before, and so stay blank after. */
  blankBefore: z.array(z.string()).default([]),
});
export type PanicDocument = Readonly<z.infer<typeof panicDocumentSchema>>;

export type PanicStore = {
  readonly get: () => PanicDocument;
  readonly set: (document: PanicDocument) => void;
};

/** An open room, as far as the console knows it. */
export type OpenRoom = { readonly key: RoomKey; readonly name: string; readonly muteAll: boolean };

/** The rooms that a panic locks, through moderation and its journal. */
export type PanicRooms = {
  readonly open: () => readonly OpenRoom[];
  /** One entry for each room; failures are entries. */
  readonly act: (type: 'mute-all' | 'unmute-all', rooms: readonly RoomKey[]) => Promise<JournalEntry[]>;
  readonly undo: (entryId: string) => Promise<Result<JournalEntry[]>>;
  /** What the service said before the entry was sent; absent where it could not be asked. */
  readonly mutedAllBefore: (entryId: string) => boolean | undefined;
};

export type PanicOptions = {
  readonly store: PanicStore;
  readonly rooms: PanicRooms;
  readonly words: { readonly strict: () => boolean; readonly setStrict: (on: boolean) => void };
  readonly overlays: {
    readonly blank: (on: boolean, overlayId?: string) => void;
    /** Which overlays there are, and whether each is blank. */
    readonly all: () => readonly { readonly id: string; readonly blank: boolean }[];
  };
  readonly now: () => number;
  readonly onChange: (panic: Panic) => void;
};
