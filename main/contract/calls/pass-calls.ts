import { z } from 'zod';
import { localizedSchema } from '../app-error.ts';
import { protections } from '../models/account.ts';
import { PASS_MAX_SECONDS, PASS_TEXT_MAX, passRightSchema, passViewSchema } from '../models/pass.ts';
import { userIdSchema } from '../models/person.ts';
import { roomIdSchema } from '../models/room.ts';
import { type CallShape, nothing, panelOnly } from './call-shape.ts';

const accountId = z.string().min(1).max(100);
/** The text as pasted, the contents of a file, or a `livedeck://` link. */
const text = z.string().min(1).max(PASS_TEXT_MAX);
const passphrase = z.string().min(1).max(1024);

const failedRooms = z.array(z.object({ roomId: z.string(), reason: localizedSchema }));

/** What a moderator gets in place of the key. */
export const passCalls = {
  /** A new pass of a key holder. `failed` names rooms in which the holder could not be made an admin. */
  'pass:issue': {
    input: z.strictObject({
      accountId,
      userId: userIdSchema,
      nick: z.string().trim().max(100).default(''),
      rooms: z.array(roomIdSchema).min(1).max(20),
      may: z.array(passRightSchema).max(5),
      expiresInSeconds: z.number().int().min(60).max(PASS_MAX_SECONDS),
      passphrase,
      /** Makes the holder an admin of these rooms, without which the service lets them only read and write. */
      makeAdmin: z.boolean().default(true),
    }),
    output: z.object({
      id: z.string(),
      text: z.string(),
      /** An SVG picture of the text as a QR code; empty where a pass is too long for one. */
      qr: z.string(),
      expiresAt: z.number(),
      failed: failedRooms,
    }),
    callers: panelOnly,
  },
  /** What a pass allows and until when. Nothing is kept. */
  'pass:inspect': {
    input: z.strictObject({ text, passphrase }),
    output: passViewSchema,
    callers: panelOnly,
  },
  /** Stores a pass as an account and opens it with its rooms. Behind a passphrase it keeps the pass's own. */
  'pass:take': {
    input: z.strictObject({
      text,
      passphrase,
      protection: z.enum(protections),
    }),
    output: z.object({ accountId: z.string() }),
    callers: panelOnly,
  },
  /** Puts away the pass that a link offered (`app.offeredPass`). */
  'pass:dismiss': { input: nothing, output: nothing, callers: panelOnly },
  /** Throws the holder out, voids every UserSig of theirs, forgets the pass, and takes back their
   * being an admin; `failed` names rooms where that did not work. */
  'pass:revoke': {
    input: z.strictObject({ accountId, passId: z.string().min(1).max(100) }),
    output: z.object({ failed: failedRooms }),
    callers: panelOnly,
  },
} as const satisfies Record<string, CallShape>;
