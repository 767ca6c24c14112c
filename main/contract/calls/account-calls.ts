import { z } from 'zod';
import { regionNameSchema } from '../models/account.ts';
import { keyReportSchema, testItemSchema } from '../models/checks.ts';
import { userIdSchema } from '../models/person.ts';
import { audienceProfileSchema } from '../models/rehearsal.ts';
import { roomIdSchema } from '../models/room.ts';
import { type CallShape, nothing, panelOnly } from './call-shape.ts';

/** A key is under 1 KB and its zip under 64 KB; beyond this a panel need not even send it. */
export const KEY_INPUT_MAX = 128 * 1024;

/** The signing key as it was pasted or dropped. It goes in here and comes out of no call. */
const keyInput = z.union([
  z.strictObject({ text: z.string().max(KEY_INPUT_MAX) }),
  z.strictObject({ fileBase64: z.base64().max(KEY_INPUT_MAX) }),
]);

const passphrase = z.string().min(1).max(1024);

/** How the secret is to be kept; `os` only where `app.keyProtection` says so. */
export const protectionInput = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('os') }),
  z.strictObject({ by: z.literal('passphrase'), passphrase }),
  z.strictObject({ by: z.literal('memory') }),
]);

/** Of a private deployment or a test. Plain http and ws are for this machine only. */
const address = z.strictObject({ rest: z.string().max(300).optional(), socket: z.string().max(300) });

const accountId = z.string().min(1).max(100);
const sdkAppId = z.number().int().min(1).max(0xffff_ffff);
const identity = {
  /** Gives an account that is there a new secret and new settings, in place of a second one. */
  accountId: accountId.optional(),
  label: z.string().trim().max(60).default(''),
  sdkAppId,
  userId: userIdSchema,
  nick: z.string().trim().max(100).default(''),
  protection: protectionInput,
  address: address.optional(),
};

const added = z.object({ accountId: z.string() });
const named = z.strictObject({ accountId });

/** Accounts and their keys. */
export const accountCalls = {
  /** What a key is and whether it signs and verifies. Nothing is kept. */
  'account:check-key': {
    input: z.strictObject({
      sdkAppId,
      userId: userIdSchema.default('administrator'),
      key: keyInput,
      /** Asks the service's address for its clock; nothing of the key is sent. */
      compareClock: z.boolean().default(false),
    }),
    output: keyReportSchema,
    callers: panelOnly,
  },
  /** Stores an account with its secret, all of it or nothing, and opens it. A pass comes in by `pass:take`. */
  'account:add': {
    input: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('key-holder'),
        ...identity,
        adminUserId: userIdSchema.default('administrator'),
        region: regionNameSchema.optional(),
        key: keyInput,
      }),
      z.strictObject({
        kind: z.literal('usersig-endpoint'),
        ...identity,
        /** Left out where the account that is given a new secret keeps its address. */
        url: z.string().max(1000).optional(),
        header: z.strictObject({ name: z.string().max(100), value: z.string().max(4000) }).optional(),
      }),
      z.strictObject({
        kind: z.literal('rehearsal'),
        audience: audienceProfileSchema.default('busy'),
        seed: z.number().int().min(0).max(0xffff_ffff).optional(),
      }),
    ]),
    output: added,
    callers: panelOnly,
  },
  'account:open': { input: named, output: nothing, callers: panelOnly },
  /** Signs out and stays signed out at the next start; the account is kept. */
  'account:close': { input: named, output: nothing, callers: panelOnly },
  /** Signs out and forgets the account and its secret. */
  'account:remove': { input: named, output: nothing, callers: panelOnly },
  /** Opens what a passphrase keeps, and signs in. */
  'account:unlock': {
    input: z.strictObject({ accountId, passphrase }),
    output: nothing,
    callers: panelOnly,
  },
  /** The connection test; `roomId` is the room that features and joining are tried with. */
  'account:test': {
    input: z.strictObject({ accountId, roomId: roomIdSchema.optional() }),
    output: z.object({ items: z.array(testItemSchema) }),
    callers: panelOnly,
  },
} as const satisfies Record<string, CallShape>;
