import { createCipheriv, createDecipheriv, type ScryptOptions, scrypt } from 'node:crypto';
import { z } from 'zod';
import { type AppError, appError } from '../../contract/app-error.ts';
import { MIN_PASSPHRASE_LENGTH } from '../../contract/models/account.ts';
import { err, ok, type Result } from '../../contract/result.ts';

/** 2^16 costs about 64 MB and some tenths of a second for each guess. */
const COST = 2 ** 16;
const BLOCK_SIZE = 8;
/** A stored header may ask for this much at most, so that a forged one cannot eat the machine's memory. */
const MAX_COST = 2 ** 18;
const MIN_COST = 2 ** 15;

const MAX_PASSPHRASE_LENGTH = 1024;

const base64 = (bytes: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes, `${bytes} bytes`);

/** A text sealed with a passphrase: scrypt, then AES-256-GCM. The header is authenticated with it. */
export const passphraseBoxSchema = z.object({
  v: z.literal(1),
  kdf: z.literal('scrypt'),
  n: z
    .number()
    .int()
    .min(MIN_COST)
    .max(MAX_COST)
    .refine((n) => Number.isInteger(Math.log2(n)), 'a power of two'),
  r: z.literal(BLOCK_SIZE),
  p: z.literal(1),
  salt: base64(16),
  iv: base64(12),
  tag: base64(16),
  data: z.base64().max(1_000_000),
});
export type PassphraseBox = Readonly<z.infer<typeof passphraseBoxSchema>>;

type Header = Pick<PassphraseBox, 'v' | 'kdf' | 'n' | 'r' | 'p' | 'salt'>;

const derive = (passphrase: string, { n, r, p, salt }: Header): Promise<Buffer> => {
  const options: ScryptOptions = { N: n, r, p, maxmem: 256 * n * r };
  return new Promise((resolve, reject) => {
    // NFKC: the same passphrase typed on another system may arrive in other code points.
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, options, (failure, key) =>
      failure === null ? resolve(key) : reject(failure),
    );
  });
};

/** What the tag covers besides the text: the header, and what the box is for. */
const boundTo = ({ v, kdf, n, r, p, salt }: Header, context: string): Buffer =>
  Buffer.from(JSON.stringify([v, kdf, n, r, p, salt, context]));

/** Undefined where the passphrase will do. */
export const passphraseProblem = (passphrase: string): AppError | undefined => {
  if (passphrase.length > MAX_PASSPHRASE_LENGTH)
    return appError('invalid-input', {
      en: `The passphrase is longer than ${MAX_PASSPHRASE_LENGTH} characters.`,
      'zh-CN': `口令超过 ${MAX_PASSPHRASE_LENGTH} 个字符。`,
    });
  if ([...passphrase].length >= MIN_PASSPHRASE_LENGTH) return undefined;
  return appError('invalid-input', {
    en: `A passphrase needs at least ${MIN_PASSPHRASE_LENGTH} characters.`,
    'zh-CN': `口令至少需要 ${MIN_PASSPHRASE_LENGTH} 个字符。`,
  });
};

/** Seals a text for one purpose (`context`); a box moved to another purpose does not open. */
export const sealWithPassphrase = async (
  text: string,
  passphrase: string,
  context: string,
  randomBytes: (size: number) => Buffer,
): Promise<PassphraseBox> => {
  const salt = randomBytes(16).toString('base64');
  const header: Header = { v: 1, kdf: 'scrypt', n: COST, r: BLOCK_SIZE, p: 1, salt };
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, header), iv);
  cipher.setAAD(boundTo(header, context));
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const tag = cipher.getAuthTag().toString('base64');
  return { ...header, iv: iv.toString('base64'), tag, data: data.toString('base64') };
};

const doesNotOpen = appError(
  'not-allowed',
  {
    en: 'It does not open: the passphrase is wrong, or what is stored was changed.',
    'zh-CN': '无法解锁：口令错误，或存储内容已被改动。',
  },
  {
    remedy: {
      en: 'Try the passphrase again. If it is surely right, enter the key anew.',
      'zh-CN': '请重新输入口令；若确认无误，请重新录入密钥。',
    },
  },
);

/** The sealed text. A wrong passphrase and a changed box cannot be told apart, and the error says so. */
export const openWithPassphrase = async (
  box: PassphraseBox,
  passphrase: string,
  context: string,
): Promise<Result<string>> => {
  if (passphrase.length > MAX_PASSPHRASE_LENGTH) return err(doesNotOpen);
  const key = await derive(passphrase, box);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(box.iv, 'base64'));
  decipher.setAAD(boundTo(box, context));
  decipher.setAuthTag(Buffer.from(box.tag, 'base64'));
  try {
    const text = Buffer.concat([decipher.update(Buffer.from(box.data, 'base64')), decipher.final()]);
    return ok(text.toString('utf8'));
  } catch {
    return err(doesNotOpen);
  }
};
