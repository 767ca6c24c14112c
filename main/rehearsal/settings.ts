import { z } from 'zod';

export const editions = ['trial', 'standard', 'pro'] as const;
/** Generations of the service's word lists (tencent-im A10). */
export const wordListKinds = ['dirty', 'cloud', 'local'] as const;
export type Edition = (typeof editions)[number];

/** How the service behaves; every one of these can be changed while it runs. */
export const settingsSchema = z.strictObject({
  edition: z.enum(editions),
  /** `strict`: joining a room leaves the one before. `multi`: as many as the client joins. */
  policy: z.enum(['strict', 'multi']),
  /** Rooms joined from now on live on polls, or on pushes alone (sdk-wire 7.7). */
  delivery: z.enum(['poll', 'push']),
  /** How long an empty poll is held, ms. 0 answers at once, the pessimistic case (sdk-wire 13.1); the SDK gives up at 15 s. */
  holdMs: z.number().int().min(0).max(12_000),
  /** How long a held poll waits for more after the first message, ms. */
  gatherMs: z.number().int().min(0).max(1_000),
  /** Most messages in one poll answer; 0 is no limit. */
  batchLimit: z.number().int().min(0).max(100_000),
  /** Messages a second and room, all kinds together (tencent-im D: 40). */
  roomCap: z.number().int().min(1).max(100_000),
  /** What the sender of a dropped message sees: 0 is success with MsgDropReason, else this error code. */
  dropCode: z.number().int().min(0).max(1_000_000),
  /** Pre-join history on a join, an option of the console in the dearer editions. */
  history: z.boolean(),
  /** Join and leave tips; an app can have them switched off. */
  memberTips: z.boolean(),
  /** Logins of one user at a time before the oldest is kicked (tencent-im C2). */
  webInstances: z.number().int().min(1).max(10),
  /** Call rates of REST commands (60007, 60011); off for a script that prepares a rehearsal in bulk. */
  restRates: z.boolean(),
  /** Word lists that the app has: an old app has `dirty`, a new one perhaps only the others. */
  wordLists: z.array(z.enum(wordListKinds)),
  /** How long a change of the old list, or of a cloud library, takes to act, ms; at the vendor up to an hour, and two minutes. */
  dirtyWordsDelayMs: z.number().int().min(0).max(3_600_000),
  cloudWordsDelayMs: z.number().int().min(0).max(3_600_000),
  /** Characters that a word of the old list may have; one of the vendor's two texts says 10, the other only 200 bytes. */
  dirtyWordCharacters: z.number().int().min(1).max(200),
  /** Telemetry of the SDK over the socket. */
  telemetry: z.boolean(),
  pollingIntervalMs: z.number().int().min(0).max(60_000),
  pollingIdleMs: z.number().int().min(0).max(60_000),
  pollingIdleAfter: z.number().int().min(1).max(1_000),
  /** 64 or fewer 0/1, rightmost is bit 0; empty takes those of the edition (sdk-wire 4). */
  purchaseBits: z.string().regex(/^[01]{0,64}$/),
});

/** Live settings: one object that all parts read at the time of use. */
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Readonly<Settings> = {
  edition: 'pro',
  policy: 'multi',
  delivery: 'poll',
  holdMs: 0,
  gatherMs: 0,
  batchLimit: 0,
  roomCap: 40,
  dropCode: 0,
  history: true,
  memberTips: true,
  webInstances: 1,
  restRates: true,
  wordLists: [...wordListKinds],
  dirtyWordsDelayMs: 60_000,
  cloudWordsDelayMs: 10_000,
  dirtyWordCharacters: 10,
  telemetry: false,
  pollingIntervalMs: 300,
  pollingIdleMs: 2_000,
  pollingIdleAfter: 20,
  purchaseBits: '',
};
