import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { hostileTexts } from '../support/fuzz/hostile-values.ts';
import { type Spoiling, spoilings, spoilt } from '../support/fuzz/spoil.ts';
import type { Change } from '../support/socket-proxy.ts';

/** One way in which a frame of the service may come wrong. */
export type FrameSpoiling = (frame: string) => readonly (string | Buffer)[];

const inflated = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from('COMP'), bytes]);

/** The frame with one thing in it wrong. */
const changed = (spoiling: Spoiling): FrameSpoiling => {
  return (frame) => [JSON.stringify(spoilt(JSON.parse(frame), spoiling)) ?? 'undefined'];
};

/** What the service says unasked (sdk-wire 1). A kick that is well-formed would end the login, and rightly. */
const pushes: readonly object[] = [
  {
    head: { servcmd: 'im_open_push.msg_push', seq: 1 },
    body: { EventArray: [{ Event: 3, GroupMsgs: [{}] }] },
  },
  { head: { servcmd: 'im_open_push.multi_msg_push_ws', seq: 2 }, body: { MsgList: [{ EventArray: [] }] } },
  {
    head: { servcmd: 'im_open_status.stat_forceoffline', seq: 3 },
    body: { EventArray: [{ Event: 10, C2cNotifyMsgArray: [{ KickoutMsgNotify: { KickType: 9 } }] }] },
  },
  {
    head: { servcmd: 'im_sdk_config_mgr.push_configv2', seq: 4 },
    body: { int32_error_code: 0, str_json_config: '{"cmd_frequency_limit":"["}', uint64_version: 9 },
  },
  { head: { servcmd: 'OverLoadPush.notify2', seq: 5 }, body: { OverLoadServCmd: 'x.y', DelaySecs: 1 } },
  { head: { servcmd: 'StatSvc.KickOther', seq: 6 }, body: {} },
  { head: { servcmd: '__proto__.toString', seq: 7 }, body: { __proto__: null } },
];

const notFrames: readonly FrameSpoiling[] = [
  () => [],
  () => [''],
  () => ['null'],
  () => ['[]'],
  () => ['"OK"'],
  () => ['{"head":{},"body":{}}'],
  () => ['{"head":null}'],
  () => [randomBytes(300)],
  () => [Buffer.from('COMP')],
  () => [inflated(randomBytes(300))],
  (frame) => [inflated(deflateSync(frame).subarray(0, 40))],
  // A small frame that is large when unpacked.
  () => [inflated(deflateSync(Buffer.alloc(20_000_000, ' ')))],
  () => [`{"head":${'['.repeat(50_000)}`],
  (frame) => [frame, frame, frame],
  (frame) => [frame.replace('"body":{', `"body":{"Padding":"${'x'.repeat(3_000_000)}",`)],
];

export const frameSpoilings: fc.Arbitrary<FrameSpoiling> = fc.oneof(
  { weight: 5, arbitrary: spoilings.map(changed) },
  {
    weight: 1,
    arbitrary: fc.nat(100_000).map(
      (at): FrameSpoiling =>
        (text) => [text.slice(0, at % text.length)],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(100_000), hostileTexts).map(
      ([at, odd]): FrameSpoiling =>
        (text) => {
          const place = at % text.length;
          return [text.slice(0, place) + odd + text.slice(place + 1)];
        },
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(...notFrames) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...pushes), spoilings).map(
      ([push, spoiling]): FrameSpoiling =>
        (frame) => [frame, ...changed(spoiling)(JSON.stringify(push))],
    ),
  },
);

/** Spoils every second frame, each in the next of these ways; `left` says how many have had no turn yet. */
export const spoilInTurn = (all: readonly FrameSpoiling[]) => {
  let turn = 0;
  const change: Change = (frame) => {
    turn += 1;
    const spoil = turn % 2 === 0 ? all[turn / 2 - 1] : undefined;
    return spoil === undefined ? [frame] : spoil(frame);
  };
  return { change, left: () => all.length - Math.floor(turn / 2) };
};
