import type { AppError, Localized } from '../../contract/app-error.ts';
import { type KeyInput, type KeyKind, type KeyMaterial, readKey } from './key-material.ts';
import { signRequestProblem } from './sign-request.ts';
import { checkUserSig, type UserSigProblem } from './user-sig-check.ts';

/** One line of the check. `fail` = it will not work; `warn` = it may not. */
export type KeyFinding = Readonly<{
  id: 'key' | 'pair' | 'curve' | 'signs' | 'clock';
  level: 'ok' | 'warn' | 'fail';
  text: Localized;
  remedy?: Localized;
}>;

/** What a key is and whether it works. Holds nothing of the key and no UserSig. Times in ms since the epoch. */
export type KeyReport = Readonly<{
  sdkAppId: number;
  userId: string;
  kind?: KeyKind;
  issuedAt?: number;
  expiresAt?: number;
  signsAndVerifies: boolean;
  findings: readonly KeyFinding[];
}>;

export type KeyReportRequest = Readonly<{
  sdkAppId: number;
  userId: string;
  expireSeconds: number;
  /** This computer's clock, ms since the epoch. */
  now: number;
  /** The service's clock, where an answer of it told. */
  serverTime?: number;
}>;

/** Curves that the vendor's keys are known to use (tencent-im B2). */
const KNOWN_CURVES = ['P-256', 'secp256k1'];

/** A minute off is harmless; from five on, fresh signatures may be refused or end early. */
const CLOCK_WARN_MS = 60_000;
const CLOCK_FAIL_MS = 5 * 60_000;

/** Checks a key before anything is kept: what it is, and whether what it signs verifies. */
export const checkKey = (input: KeyInput, request: KeyReportRequest): KeyReport => {
  const material = readKey(input);
  if (!material.ok) return unreadable(material.error, request);
  const problem = signRequestProblem(request);
  return problem === undefined ? reportOnKey(material.value, request) : unreadable(problem, request);
};

const unreadable = (error: AppError, request: KeyReportRequest): KeyReport => ({
  sdkAppId: request.sdkAppId,
  userId: request.userId,
  signsAndVerifies: false,
  findings: [finding('key', 'fail', error.text, error.remedy), ...clockFindings(request)],
});

/** The same for a key that has been read. */
export const reportOnKey = (material: KeyMaterial, request: KeyReportRequest): KeyReport => {
  const { sdkAppId, userId, now } = request;
  const checked = checkUserSig(material.sign(request), { key: material.checkingKey, now, sdkAppId, userId });
  const signs = checked.problem === undefined;
  return {
    sdkAppId,
    userId,
    kind: material.kind,
    ...(checked.claims && { issuedAt: checked.claims.issuedAt, expiresAt: checked.claims.expiresAt }),
    signsAndVerifies: signs,
    findings: [
      kindFinding(material.kind),
      ...curveFindings(material.kind),
      ...pairFindings(material),
      signFinding(checked.problem),
      ...clockFindings(request),
    ],
  };
};

const finding = (
  id: KeyFinding['id'],
  level: KeyFinding['level'],
  text: Localized,
  remedy?: Localized,
): KeyFinding => (remedy === undefined ? { id, level, text } : { id, level, text, remedy });

const kindFinding = (kind: KeyKind): KeyFinding =>
  kind.version === 'v2'
    ? finding('key', 'ok', { en: 'SecretKey (HMAC-SHA256)', 'zh-CN': 'SecretKey（HMAC-SHA256）' })
    : finding('key', 'ok', {
        en: `Private key (ECDSA-SHA256, ${kind.curve})`,
        'zh-CN': `私钥（ECDSA-SHA256，${kind.curve}）`,
      });

const curveFindings = (kind: KeyKind): readonly KeyFinding[] => {
  if (kind.version === 'v2' || KNOWN_CURVES.includes(kind.curve)) return [];
  return [
    finding('curve', 'warn', {
      en: `The service’s keys are known to use P-256 or secp256k1, not ${kind.curve}.`,
      'zh-CN': `服务的密钥通常使用 P-256 或 secp256k1，而不是 ${kind.curve}。`,
    }),
  ];
};

const pairFindings = ({ pairFits }: KeyMaterial): readonly KeyFinding[] => {
  if (pairFits === undefined) return [];
  if (pairFits)
    return [
      finding('pair', 'ok', { en: 'Public and private key belong together.', 'zh-CN': '公钥与私钥匹配。' }),
    ];
  return [
    finding(
      'pair',
      'fail',
      {
        en: 'The public key in the zip does not belong to the private key.',
        'zh-CN': 'zip 中的公钥与私钥不匹配。',
      },
      { en: 'Download keys.zip of this app again.', 'zh-CN': '请重新下载本应用的 keys.zip。' },
    ),
  ];
};

const signFinding = (problem: UserSigProblem | undefined): KeyFinding =>
  problem === undefined
    ? finding('signs', 'ok', { en: 'Signs and verifies.', 'zh-CN': '签名与校验均正常。' })
    : finding('signs', 'fail', {
        en: 'What the key signs does not verify.',
        'zh-CN': '用该密钥签名后未能通过校验。',
      });

const clockFindings = ({ now, serverTime }: KeyReportRequest): readonly KeyFinding[] => {
  if (serverTime === undefined) return [];
  const off = Math.abs(now - serverTime);
  if (off < CLOCK_WARN_MS)
    return [finding('clock', 'ok', { en: 'This computer’s clock is right.', 'zh-CN': '本机时钟准确。' })];
  const minutes = Math.round(off / 60_000);
  const [en, zh] = now > serverTime ? ['ahead', '快'] : ['behind', '慢'];
  return [
    finding(
      'clock',
      off < CLOCK_FAIL_MS ? 'warn' : 'fail',
      {
        en: `This computer’s clock is ${minutes} min ${en} of the service’s.`.replace('behind of', 'behind'),
        'zh-CN': `本机时钟比服务器${zh} ${minutes} 分钟。`,
      },
      { en: 'Set the clock by the network.', 'zh-CN': '请开启网络自动校时。' },
    ),
  ];
};
