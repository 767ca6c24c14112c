import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { restCommands } from '../../../main/rehearsal/rest/table.ts';
import { socketCommands } from '../../../main/rehearsal/socket/table.ts';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { openRawClient, type RawClient } from './raw-client.ts';

/** 10002 is what the service answers when it met a bug of its own. */
const internalError = 10002;

let rehearsal: Rehearsal;
let client: RawClient;
beforeAll(async () => {
  rehearsal = await startRehearsal();
  await rehearsal.controlCall('settings', { restRates: false, roomCap: 100_000 });
  client = await openRawClient(rehearsal);
  await client.login('fuzzer');
  await client.ask('group_open_http_svc.apply_join_group', { GroupId: 'night-show' });
});
afterAll(async () => {
  client.close();
  await rehearsal.stop();
});

const fieldNames = [
  ...[
    'GroupId',
    'GroupIdList',
    'MsgBody',
    'Random',
    'MsgRandom',
    'To_Account',
    'From_Account',
    'Member_Account',
  ],
  ...[
    'Members_Account',
    'MemberList',
    'MsgSeqList',
    'GroupCounter',
    'GroupAttr',
    'Mode',
    'Key',
    'StartSeq',
    'ProfileItem',
  ],
  ...[
    'UserItem',
    'ResponseFilter',
    'MuteTime',
    'ShutUpTime',
    'Duration',
    'DirtyWordsList',
    'LocalAuditWords',
    'UserID',
  ],
] as const;

const names = fc.constantFrom(
  'night-show',
  'fuzzer',
  'nowhere',
  '',
  '__proto__',
  'constructor',
  '@TGS#x',
  '\u0000',
  '💥',
);
const values = fc.oneof(
  names,
  fc.jsonValue({ maxDepth: 3 }),
  fc.integer(),
  fc.constantFrom(-1, 2 ** 53, 1e308, 4_294_967_296),
  fc.array(names, { maxLength: 4 }),
  fc.array(
    fc.record({
      MsgType: fc.constantFrom('TIMTextElem', 'TIMCustomElem', '__proto__', 'toString', 'TIMImageElem'),
      MsgContent: fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.record({ Text: fc.string() })),
    }),
    { maxLength: 3 },
  ),
);
const bodies = fc.oneof(
  { weight: 4, arbitrary: fc.dictionary(fc.constantFrom(...fieldNames), values, { maxKeys: 8 }) },
  {
    weight: 2,
    arbitrary: fc
      .dictionary(fc.constantFrom(...fieldNames), values)
      .map((body) => ({ ...body, GroupId: 'night-show' })),
  },
  fc.jsonValue({ maxDepth: 3 }),
);

const quietSessions = (servcmd: string): boolean => servcmd !== 'im_open_status.wslogout';

describe('any body at all', () => {
  test.each([...socketCommands((_room, _user, entries) => entries).keys()].filter(quietSessions))(
    'is answered by %s without a bug',
    async (servcmd) => {
      await fc.assert(
        fc.asyncProperty(bodies, async (body) => {
          const answer = await client.ask(servcmd, body as object);
          expect(answer.ErrorCode).not.toBe(internalError);
        }),
        { numRuns: 40 },
      );
    },
  );

  test.each([...restCommands.keys()])('is answered by %s without a bug', async (command) => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const answer = await rehearsal.restCall(command, body);
        expect(answer.ErrorCode).not.toBe(internalError);
      }),
      { numRuns: 25 },
    );
  });
});
