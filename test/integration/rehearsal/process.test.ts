import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { type Ready, type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { type SdkClient, signIn } from './sdk-client.ts';

const cli = fileURLToPath(new URL('../../../main/rehearsal/cli.ts', import.meta.url));
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  started.length = 0;
});

const run = async (args: readonly string[]) => {
  const child = spawn(process.execPath, [cli, ...args]);
  started.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => {
    out += String(data);
  });
  child.stderr.on('data', (data) => {
    err += String(data);
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
};

const lineOf = async (child: ChildProcess): Promise<string> => {
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('no line');
};

describe('the command line program', () => {
  test('explains itself', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('--audience');
  });

  test('says what is wrong with an option, and ends with 2', async () => {
    expect(await run(['--port', 'x'])).toEqual({
      code: 2,
      out: '',
      err: '--port takes a whole number from 0 to 65535, not "x"\nTry --help.\n',
    });
  });

  test('says that a port is in use, and ends with 1', async () => {
    const rehearsal = await startRehearsal();
    const { code, err } = await run(['--port', new URL(rehearsal.rest).port]);
    await rehearsal.stop();
    expect(code).toBe(1);
    expect(err).toContain('The port is in use');
  });

  test('prints one ready line with exactly what others build on', async () => {
    const child = spawn(process.execPath, [cli, '--json', '--seed', '3', '--rooms', '4']);
    started.push(child);
    const ready = JSON.parse(await lineOf(child)) as Ready;
    expect(Object.keys(ready)).toEqual([
      'event',
      'rest',
      'socket',
      'control',
      'sdkAppId',
      'secretKey',
      'admin',
      'vj',
      'rooms',
    ]);
    expect(ready).toMatchObject({
      event: 'ready',
      admin: 'administrator',
      rooms: ['night-show', 'game-arena', 'flash-sale', 'morning-yoga'],
    });
    expect(ready.rest).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(ready.socket).toMatch(/^ws:\/\/127\.0\.0\.1:\d+$/);
    expect(ready.control).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}$/);
    expect(ready.secretKey).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('ends cleanly on %s', async (signal) => {
    const child = spawn(process.execPath, [cli, '--json', '--audience', 'busy']);
    started.push(child);
    await lineOf(child);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('ends when the program that started it closes stdin', async () => {
    const child = spawn(process.execPath, [cli, '--json', '--with-parent']);
    started.push(child);
    await lineOf(child);
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('ends when the IPC channel to its parent closes', async () => {
    const child = fork(cli, ['--json'], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    started.push(child);
    await lineOf(child);
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe('a restart with the same seed and port', () => {
  test('is hardly noticed by clients: same login, same rooms, messages go on', async () => {
    const clients: SdkClient[] = [];
    const first = await startRehearsal(['--seed', '99']);
    const port = new URL(first.rest).port;
    const client = await signIn(first, 'loyal');
    clients.push(client);
    await client.chat.joinGroup({ groupID: 'night-show' });
    await first.controlCall('say', { roomId: 'night-show', userId: 'bob', text: 'before' });
    const before = await client.message((message) => message.payload.text === 'before');
    await first.stop();
    const second: Rehearsal = await startRehearsal(['--seed', '99', '--port', port]);
    await second.controlCall('say', { roomId: 'night-show', userId: 'bob', text: 'after' });
    // Any request makes the SDK try the line again (sdk-wire 5.2).
    await client.chat.searchGroupByID('night-show');
    const after = await client.message((message) => message.payload.text === 'after');
    const sent = await client.say('night-show', 'still here');
    const kicked = client.events.filter((event) => event.name === client.sdk.EVENT.KICKED_OUT);
    await client.close();
    await second.stop();
    expect({ ...second, control: '', pid: 0 }).toMatchObject({
      sdkAppId: first.sdkAppId,
      secretKey: first.secretKey,
    });
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(sent.status).toBe('success');
    expect(kicked).toEqual([]);
  });
});
