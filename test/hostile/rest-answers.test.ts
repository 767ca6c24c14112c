import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectTo } from '../integration/im-admin/connect.ts';
import type { Example } from '../integration/im-admin/examples/example.ts';
import { peopleExamples } from '../integration/im-admin/examples/people.ts';
import { roomExamples } from '../integration/im-admin/examples/rooms.ts';
import { wordExamples } from '../integration/im-admin/examples/words.ts';
import { fuzzRuns } from '../support/fuzz/runs.ts';
import { spoilings, spoilt } from '../support/fuzz/spoil.ts';
import { behave, createRestFaultServer, type RestFaultServer } from '../support/rest-fault-server.ts';

/** The real client and a real server; what is not as it should be is only the answer. */
const examples = Object.entries<Example>({ ...peopleExamples, ...roomExamples, ...wordExamples });
const signature = 'eJw-a-signature-of-the-admin-account-that-nobody-may-ever-see*';

let server: RestFaultServer;
beforeAll(async () => {
  server = await createRestFaultServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const good = ({ answer }: Example) => ({ ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0, ...answer });
const commandOf = ({ path }: Example): string => path.split('/')[1] ?? '';

/** Whatever the bytes of the answer: a result, in words for people, without the signature, and not repeating a novel. */
const judge = async (example: Example, body: string): Promise<void> => {
  using client = connectTo(server.url);
  server.seen.length = 0;
  server.acted.length = 0;
  server.always(commandOf(example), behave.raw(body));
  const result = await example.call(client.admin);
  const told = JSON.stringify(result);
  if (!result.ok) {
    expect(result.error.text.en.length).toBeGreaterThan(10);
    expect(result.error.text['zh-CN'].length).toBeGreaterThan(3);
    expect(['done', 'not-done', 'unknown']).toContain(result.error.outcome);
    expect(told.length).toBeLessThan(6_000);
  }
  expect(told).not.toContain(signature);
  expect(client.lines.map(({ text }) => text).join()).not.toContain(signature);
};

const shapes: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc.nat(10_000).map((at) => (text: string) => text.slice(0, at % (text.length + 1))),
  fc.tuple(fc.nat(10_000), fc.string({ minLength: 1, maxLength: 3 })).map(
    ([at, odd]) =>
      (text: string) =>
        text.slice(0, at % text.length) + odd + text.slice((at % text.length) + 1),
  ),
  fc.constantFrom(
    () => '',
    () => 'null',
    () => '[]',
    () => '"OK"',
    () => '<!doctype html><title>Sign in</title><script>alert(1)</script>',
    (text: string) => text + text,
    (text: string) => `\ufeff${text}`,
    () => `{"x":${'['.repeat(20_000)}`,
    (text: string) => text.replace('{', `{"Padding":"${'x'.repeat(2_000_000)}",`),
  ),
);

test.each(examples)('%s, answered with one thing wrong, gives a result', async (_name, example) => {
  await fc.assert(
    fc.asyncProperty(spoilings, (spoiling) =>
      judge(example, JSON.stringify(spoilt(good(example), spoiling)) ?? 'undefined'),
    ),
    { numRuns: fuzzRuns(15) },
  );
});

test.each(examples)(
  '%s, answered with something that is no answer, gives a result',
  async (_name, example) => {
    await fc.assert(
      fc.asyncProperty(shapes, (shape) => judge(example, shape(JSON.stringify(good(example))))),
      { numRuns: fuzzRuns(8) },
    );
  },
);

test('after all that the same client reads a good answer', async () => {
  for (const [, example] of examples) {
    using client = connectTo(server.url);
    server.always(commandOf(example), behave.well(example.answer ?? {}));
    expect(await example.call(client.admin)).toEqual({ ok: true, value: example.value });
  }
  expect(Reflect.get({}, 'isAdmin')).toBe(undefined);
});
