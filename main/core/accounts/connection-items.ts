import type { AppError, Localized } from '../../contract/app-error.ts';
import type { TestItem } from '../../contract/models/checks.ts';

type Id = TestItem['id'];

const says = (en: string, zh: string): Localized => ({ en, 'zh-CN': zh });

/** What each line says when all is well. */
export const okTexts: Readonly<Record<Id, Localized>> = {
  signature: says('The signature is good.', '签名有效。'),
  rest: says('The admin interface answers.', '管理接口可用。'),
  admin: says('The account is an App admin.', '该账号是 App 管理员。'),
  clock: says('This computer’s clock is right.', '本机时钟准确。'),
  ban: says('Bans are available.', '可使用封禁功能。'),
  counters: says('Counters are available.', '可使用计数器。'),
  members: says('The list of people in a room is available.', '可查看房间成员列表。'),
  keywords: says('The keyword service is available.', '可使用关键词服务。'),
  socket: says('Signed in over the socket.', 'Socket 登录成功。'),
  room: says('The room can be joined.', '可以进入房间。'),
};

const noKey = says('Needs the key, which this account does not hold.', '需要密钥，该账号不持有密钥。');
const noRoom = says('Not tried: the app has no room yet.', '未测试：应用中还没有房间。');
const notReached = says('Not tried: an earlier step failed.', '未测试：前面的步骤失败。');
const openFirst = says(
  'Not tried: open a room to see whether it can be joined.',
  '未测试：请先打开一个房间。',
);
export const skips = { noKey, noRoom, notReached, openFirst } as const;

export const okItem = (id: Id, text: Localized = okTexts[id]): TestItem => ({ id, state: 'ok', text });
export const skipped = (id: Id, text: Localized): TestItem => ({ id, state: 'skipped', text });

export const failedItem = (id: Id, error: AppError, state: 'fail' | 'warn' = 'fail'): TestItem => ({
  id,
  state,
  text: error.text,
  ...(error.remedy && { remedy: error.remedy }),
  ...(error.vendor && { vendor: error.vendor }),
});

/** Codes with which the service says that the edition lacks a feature or that it is switched off (tencent-im A2). */
const NOT_BOUGHT: readonly number[] = [10007, 10026, 10059, 60017, 60020];

/** With these the keyword service says the same; an app whose region or age has none has no such command (tencent-im A10). */
const NO_KEYWORDS: readonly number[] = [2004, 2015, 60009];

const lacking: Partial<Readonly<Record<Id, Localized>>> = {
  ban: says('Bans are not in this edition, or are switched off.', '该版本不含封禁功能，或未开启。'),
  counters: says('Counters are not in this edition, or are switched off.', '该版本不含计数器，或未开启。'),
  members: says(
    'The member list is not in this edition, or is switched off.',
    '该版本不含成员列表，或未开启。',
  ),
  keywords: says(
    'The keyword service is not in this edition, or is switched off.',
    '该版本不含关键词服务，或未开启。',
  ),
};

/** A feature that is not there is a warning: Livedeck goes on without it. */
export const featureItem = (id: Id, error: AppError): TestItem => {
  const text = lacking[id];
  const codes = id === 'keywords' ? [...NOT_BOUGHT, ...NO_KEYWORDS] : NOT_BOUGHT;
  const isMissing = error.vendor !== undefined && codes.includes(error.vendor.code);
  if (!isMissing || text === undefined) return failedItem(id, error);
  return failedItem(id, { ...error, text }, 'warn');
};

/** A minute off is harmless; from five on, fresh signatures may be refused or end early. */
const CLOCK_WARN_MS = 60_000;
const CLOCK_FAIL_MS = 5 * 60_000;

/** `skewMs`: how far the service's clock is ahead of this computer's. */
export const clockItem = (skewMs: number): TestItem => {
  const off = Math.abs(skewMs);
  if (off < CLOCK_WARN_MS) return okItem('clock');
  const minutes = Math.round(off / 60_000);
  const isBehind = skewMs > 0;
  return {
    id: 'clock',
    state: off < CLOCK_FAIL_MS ? 'warn' : 'fail',
    text: says(
      `This computer’s clock is ${minutes} min ${isBehind ? 'behind' : 'ahead of'} the service’s.`,
      `本机时钟比服务器${isBehind ? '慢' : '快'} ${minutes} 分钟。`,
    ),
    remedy: says('Set the clock by the network.', '请开启网络自动校时。'),
  };
};
