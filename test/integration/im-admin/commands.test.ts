import { expect, test } from 'vitest';
import { behave, createRestFaultServer } from '../../support/rest-fault-server.ts';
import { connectTo } from './connect.ts';
import { peopleExamples } from './examples/people.ts';
import { roomExamples } from './examples/rooms.ts';
import { wordExamples } from './examples/words.ts';

const examples = Object.entries({ ...peopleExamples, ...roomExamples, ...wordExamples });

test.each(examples)('%s as the fact sheet writes it', async (_, example) => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.always(example.path.split('/')[1] ?? '', behave.well(example.answer ?? {}));
  expect(await example.call(client.admin)).toEqual({ ok: true, value: example.value });
  expect(server.seen.map(({ path }) => path)).toEqual([example.path]);
  expect(server.seen[0]?.body).toEqual(example.request);
});

test.each(examples)(
  '%s: a list that is missing or null in the answer is empty, not a crash',
  async (_, example) => {
    await using server = await createRestFaultServer();
    using client = connectTo(server.url);
    const nulls = Object.fromEntries(Object.keys(example.answer ?? {}).map((name) => [name, null]));
    for (const fields of [{}, nulls]) {
      server.always(example.path.split('/')[1] ?? '', behave.well(fields));
      const result = await example.call(client.admin);
      expect(result.ok || result.error.text.en.length > 10).toBe(true);
    }
  },
);

test('what is known of rooms comes with a result for each room', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  const info = { ErrorCode: 0, Type: 'AVChatRoom', Name: 'N', Owner_Account: 's', CreateTime: 1_700_000_000 };
  server.always(
    'get_group_info',
    behave.well({
      GroupInfo: [
        { GroupId: 'new', ...info, MuteAllMember: 'On', MemberNum: 3 },
        { GroupId: 'old', ...info, ShutUpAllMember: 'On' },
        { GroupId: 'gone', ErrorCode: 10010, ErrorInfo: 'not exist' },
      ],
    }),
  );
  const result = await client.admin.getGroupInfo({ roomIds: ['new', 'old', 'gone', 'left out'] });
  const rooms = result.ok ? result.value : [];
  expect(rooms[0]?.result).toMatchObject({ ok: true, value: { name: 'N', muteAll: true, memberCount: 3 } });
  expect(rooms[1]?.result).toMatchObject({
    ok: true,
    value: { muteAll: true, createdAt: 1_700_000_000_000 },
  });
  expect(rooms[2]?.result).toMatchObject({ ok: false, error: { vendor: { code: 10010 } } });
  expect(rooms[3]?.result).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('the list of rooms is paged by a number that no double can hold', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.next(
    'get_appid_group_list',
    behave.raw('{"ErrorCode":0,"TotalCount":2,"GroupIdList":[{"GroupId":"a"}],"Next":18446744073709551615}'),
    behave.well({ TotalCount: 2, GroupIdList: [{ GroupId: 'b' }], Next: 0 }),
  );
  const first = await client.admin.getAppidGroupList({ limit: 1 });
  const cursor = first.ok ? (first.value.cursor ?? '') : '';
  expect(cursor).toBe('18446744073709551615');
  const second = await client.admin.getAppidGroupList({ limit: 1, cursor });
  expect(server.seen[1]?.text).toContain('"Next":18446744073709551615');
  expect(second).toEqual({ ok: true, value: { roomIds: ['b'], total: 2 } });
});
