import { type AppError, appError, type Localized } from '../../contract/app-error.ts';

const problem = (en: string, zh: string, remedy?: Localized): AppError =>
  appError('invalid-input', { en, 'zh-CN': zh }, remedy === undefined ? {} : { remedy });

const fromConsole: Localized = {
  en: 'Copy the SecretKey from the app’s page in the console, or download keys.zip there.',
  'zh-CN': '请在控制台的应用页面复制 SecretKey，或在那里下载 keys.zip。',
};
const otherFile: Localized = {
  en: 'Drop the keys.zip as it was downloaded, or paste the text of private_key.',
  'zh-CN': '请拖入原样下载的 keys.zip，或粘贴 private_key 的内容。',
};

/** What can be wrong with what somebody gives as a key. No text repeats any of it. */
export const keyProblems = {
  empty: () => problem('No key was given.', '未提供密钥。', fromConsole),
  tooLong: () => problem('This is far too long for a key.', '内容过长，不是密钥。', fromConsole),
  notAKey: () =>
    problem(
      'This is neither a SecretKey nor a PEM private key.',
      '这既不是 SecretKey，也不是 PEM 私钥。',
      fromConsole,
    ),
  secretLength: (length: number) =>
    problem(
      `A SecretKey has 64 characters; this has ${length}. A part was lost or added while copying.`,
      `SecretKey 应为 64 个字符，当前为 ${length} 个，复制时可能有缺失或多余。`,
      fromConsole,
    ),
  userSigInstead: () => problem('This is a UserSig, not a key.', '这是 UserSig，不是密钥。', fromConsole),
  encryptedPem: () =>
    problem('This private key is encrypted with a password.', '该私钥带有密码加密。', {
      en: 'Decrypt it first, for example with: openssl ec -in private_key -out plain_key',
      'zh-CN': '请先解密，例如：openssl ec -in private_key -out plain_key',
    }),
  publicInstead: () =>
    problem('This is the public key. Signing needs the private one.', '这是公钥，签名需要私钥。', otherFile),
  certificateInstead: () =>
    problem('This is a certificate. Signing needs the private key.', '这是证书，签名需要私钥。', otherFile),
  otherAlgorithm: (name: string) =>
    problem(
      `This is a private key of kind ${name}. The service signs with elliptic curves (EC).`,
      `该私钥类型为 ${name}，服务使用椭圆曲线（EC）签名。`,
      otherFile,
    ),
  damagedPem: () => problem('The private key is damaged or incomplete.', '私钥已损坏或不完整。', otherFile),
  notAZip: () => problem('This file is not a zip.', '该文件不是 zip。', otherFile),
  zipTooLarge: () =>
    problem(
      'This zip is too large to be keys.zip (over 64 KB).',
      '该 zip 过大（超过 64 KB），不是 keys.zip。',
      otherFile,
    ),
  zipBomb: () =>
    problem(
      'A file in this zip unpacks to far more than a key. It was not unpacked.',
      '该 zip 中的文件解压后远大于密钥，未予解压。',
      otherFile,
    ),
  zipTooManyFiles: () =>
    problem('This zip holds too many files to be keys.zip.', '该 zip 文件数过多，不是 keys.zip。', otherFile),
  zipDamaged: () =>
    problem(
      'The zip cannot be read: it is damaged or protected with a password.',
      '无法读取该 zip：已损坏或带密码。',
      otherFile,
    ),
  zipWithoutKey: (names: string) =>
    problem(
      `The zip has no file “private_key”. It holds: ${names}.`,
      `该 zip 中没有 private_key 文件。其中有：${names}。`,
      otherFile,
    ),
  zipManyKeys: () =>
    problem(
      'The zip holds several files “private_key”; it is not clear which one is meant.',
      '该 zip 中有多个 private_key 文件，无法确定使用哪一个。',
      otherFile,
    ),
} as const;
