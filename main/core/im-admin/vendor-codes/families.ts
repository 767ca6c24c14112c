import { entry, type VendorCodeEntry } from './entry.ts';
import { remedies as r } from './remedies.ts';
import { sdkMessageFamilies } from './sdk-messages.ts';
import { sdkProfileFamily } from './sdk-rooms.ts';

type Family = Readonly<{ from: number; to: number; entry: VendorCodeEntry }>;

const ownCode = entry(
  'refused-by-service',
  r.ownBackend,
  'Your own webhook refused it with a code of its own.',
  '你的回调服务用自定义错误码拒绝了此操作。',
);

/** Codes that are known only by their range. A code in a table of its own is looked up there first. */
export const codeFamilies: readonly Family[] = [
  ...Object.entries(sdkMessageFamilies).map(([from, family]) => ({ from: Number(from), ...family })),
  { from: 2700, to: 2799, entry: sdkProfileFamily },
  { from: 10100, to: 10200, entry: ownCode },
  { from: 120001, to: 130000, entry: ownCode },
];
