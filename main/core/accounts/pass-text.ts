import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type AppError, appError, type Localized } from '../../contract/app-error.ts';
import { passRightSchema } from '../../contract/models/pass.ts';
import { roomIdSchema } from '../../contract/models/room.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import {
  openWithPassphrase,
  type PassphraseBox,
  passphraseBoxSchema,
  passphraseProblem,
  sealWithPassphrase,
} from './passphrase-box.ts';
import { readUserSig } from './user-sig-claims.ts';

/** What a pass holds. Times in ms since the epoch; `socket` only of a private deployment. */
const contentsSchema = z.object({
  app: z.number().int(),
  user: z.string(),
  nick: z.string().max(500),
  label: z.string().max(200),
  sig: z.string().max(4096),
  from: z.number(),
  to: z.number(),
  rooms: z.array(roomIdSchema).min(1).max(20),
  may: z.array(passRightSchema),
  socket: z.string().max(300).optional(),
});
export type PassContents = Readonly<z.infer<typeof contentsSchema>>;

/** `LDP1.` + base64url of the sealed contents + `.` + a checksum that tells slips of copying from a wrong passphrase. */
const PREFIX = 'LDP';
const VERSION = 1;
const LINK = /^livedeck:(\/\/)?pass[/?#]+/i;
const CONTEXT = 'livedeck pass 1';
const CHECKSUM_LENGTH = 8;
/** Bytes of log2(n), salt, iv and tag before the data. */
const SALT_AT = 1;
const IV_AT = SALT_AT + 16;
const TAG_AT = IV_AT + 12;
const DATA_AT = TAG_AT + 16;

const askAgain: Localized = {
  en: 'Copy it again, from the first letter to the last, or ask for a new one.',
  'zh-CN': '请从头到尾重新复制，或索取新的通行证。',
};
const problem = (code: AppError['code'], en: string, zh: string, remedy: Localized): AppError =>
  appError(code, { en, 'zh-CN': zh }, { remedy });

export const passProblems = {
  notAPass: () =>
    problem('invalid-input', 'This is not a Livedeck pass.', '这不是 Livedeck 通行证。', askAgain),
  newer: () =>
    problem(
      'invalid-input',
      'This pass was made by a newer Livedeck.',
      '该通行证由更新版本的 Livedeck 生成。',
      { en: 'Update Livedeck.', 'zh-CN': '请更新 Livedeck。' },
    ),
  cut: () =>
    problem(
      'damaged',
      'This pass was cut or changed on its way.',
      '该通行证在传递过程中被截断或改动。',
      askAgain,
    ),
  doesNotOpen: () =>
    problem(
      'not-allowed',
      'The pass does not open: the passphrase is wrong, or somebody changed the pass.',
      '无法打开通行证：口令错误，或通行证已被改动。',
      {
        en: 'Type the passphrase again, as you agreed on it.',
        'zh-CN': '请重新输入双方约定的口令。',
      },
    ),
  illFormed: () =>
    problem('damaged', 'The contents of this pass do not fit together.', '该通行证的内容不一致。', {
      en: 'Ask for a new one.',
      'zh-CN': '请索取新的通行证。',
    }),
} as const satisfies Record<string, () => AppError>;

const checksum = (body: string): string =>
  createHash('sha256').update(body).digest('hex').slice(0, CHECKSUM_LENGTH);

const pack = (box: PassphraseBox): Buffer => {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  return Buffer.concat([Buffer.of(Math.log2(box.n)), ...[box.salt, box.iv, box.tag, box.data].map(bytes)]);
};

/** The box, or undefined where the bytes cannot be one. */
const unpack = (bytes: Buffer): PassphraseBox | undefined => {
  const part = (from: number, to?: number) => bytes.subarray(from, to).toString('base64');
  const parsed = passphraseBoxSchema.safeParse({
    v: 1,
    kdf: 'scrypt',
    n: 2 ** (bytes[0] ?? 0),
    r: 8,
    p: 1,
    salt: part(SALT_AT, IV_AT),
    iv: part(IV_AT, TAG_AT),
    tag: part(TAG_AT, DATA_AT),
    data: part(DATA_AT),
  });
  return parsed.success ? parsed.data : undefined;
};

/** Seals a pass with the passphrase that the two agreed on. */
export const sealPass = async (
  contents: PassContents,
  passphrase: string,
  randomBytes: (size: number) => Buffer,
): Promise<Result<string>> => {
  const weak = passphraseProblem(passphrase);
  if (weak !== undefined) return err(weak);
  const box = await sealWithPassphrase(JSON.stringify(contents), passphrase, CONTEXT, randomBytes);
  const body = `${PREFIX}${VERSION}.${pack(box).toString('base64url')}`;
  return ok(`${body}.${checksum(body)}`);
};

/** Chat programs break long lines and wrap links; none of that changes a pass. */
const withoutWrapping = (text: string): string => text.replace(/\s+/g, '').replace(LINK, '');

const readBox = (text: string): Result<PassphraseBox> => {
  const [head = '', body = '', sum = '', ...more] = withoutWrapping(text).split('.');
  const version = /^LDP(\d{1,3})$/.exec(head)?.[1];
  if (version === undefined) return err(passProblems.notAPass());
  if (Number(version) !== VERSION) return err(passProblems.newer());
  const isWhole = more.length === 0 && sum === checksum(`${head}.${body}`);
  if (!isWhole) return err(passProblems.cut());
  const box = unpack(Buffer.from(body, 'base64url'));
  return box === undefined ? err(passProblems.cut()) : ok(box);
};

const readContents = (text: string): Result<PassContents> => {
  const parsed = contentsSchema.safeParse(parseJson(text));
  if (!parsed.success) return err(passProblems.illFormed());
  const { sig, app, user } = parsed.data;
  const claims = readUserSig(sig)?.claims;
  const fits = claims !== undefined && claims.sdkAppId === app && claims.userId === user;
  return fits
    ? ok({ ...parsed.data, to: Math.min(parsed.data.to, claims.expiresAt) })
    : err(passProblems.illFormed());
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The contents of a pass: text, file or link. Says nothing about whether its time is over. */
export const openPass = async (text: string, passphrase: string): Promise<Result<PassContents>> => {
  const box = readBox(text);
  if (!box.ok) return box;
  const opened = await openWithPassphrase(box.value, passphrase, CONTEXT);
  return opened.ok ? readContents(opened.value) : err(passProblems.doesNotOpen());
};
