import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** What a client gets at login and shows with every request (sdk-wire 1 "Authentication is per request"). */
const a2Schema = z.object({
  userId: z.string(),
  instId: z.number(),
  /** Unix seconds: when the UserSig was issued, and when it expires. */
  sigIssuedAt: z.number(),
  sigExpiresAt: z.number(),
  /** Milliseconds since the epoch. */
  madeAt: z.number(),
});
export type A2 = Readonly<z.infer<typeof a2Schema>>;

/** What a client shows in polls, counters and attributes of a room. */
const roomKeySchema = z.object({ roomId: z.string(), userId: z.string(), start: z.number() });
export type RoomKey = Readonly<z.infer<typeof roomKeySchema>>;

/** Opaque strings for clients that need no table here: they hold their content, signed, and outlive a restart. */
export type Keys = {
  sealA2(a2: A2): string;
  openA2(text: string): A2 | undefined;
  sealRoomKey(key: RoomKey): string;
  openRoomKey(text: string): RoomKey | undefined;
};

const cacheLimit = 10_000;

const createSeal = <T>(purpose: string, secretKey: string, schema: z.ZodType<T>) => {
  const cache = new Map<string, T>();
  const mac = (content: string): Buffer =>
    createHmac('sha256', secretKey).update(`${purpose} ${content}`).digest().subarray(0, 18);

  const unseal = (text: string): T | undefined => {
    const [content = '', given = '', ...rest] = text.split('.');
    const signature = Buffer.from(given, 'base64url');
    const expected = mac(content);
    if (rest.length > 0 || signature.length !== expected.length) return undefined;
    if (!timingSafeEqual(signature, expected)) return undefined;
    return schema.parse(JSON.parse(Buffer.from(content, 'base64url').toString('utf8')));
  };

  return {
    seal(value: T): string {
      const content = Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${content}.${mac(content).toString('base64url')}`;
    },
    /** Clients show the same few keys again and again, so the opened ones are kept. */
    open(text: string): T | undefined {
      const known = cache.get(text);
      if (known !== undefined) return known;
      const value = unseal(text);
      if (value === undefined) return undefined;
      if (cache.size >= cacheLimit) cache.clear();
      cache.set(text, value);
      return value;
    },
  };
};

export const createKeys = (secretKey: string): Keys => {
  const a2 = createSeal('a2', secretKey, a2Schema);
  const rooms = createSeal('room', secretKey, roomKeySchema);
  return { sealA2: a2.seal, openA2: a2.open, sealRoomKey: rooms.seal, openRoomKey: rooms.open };
};
