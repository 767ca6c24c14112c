import { writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../../main/contract/models/account.ts';
import { makeCertificate } from '../../support/certificate.ts';
import { startLivedeck as startHost, temporaryDir } from '../../support/livedeck.ts';
import { connectPanel } from '../../support/panel-client.ts';
import { type Livedeck, startCloud, startLivedeck } from './rig.ts';

const reader = 'host-endpoint';
const header = { name: 'X-Token', value: 'backend-token-7' };
const good = makeCertificate();
const over = makeCertificate({ from: -3, to: -1 });

let cloud: Awaited<ReturnType<typeof startCloud>>;
const asked: string[] = [];

/** Somebody's own backend, over TLS. */
const startBackend = async (certificate: typeof good) => {
  const server = createServer(certificate, (request, response) => {
    asked.push(String(request.headers['x-token']));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ userSig: cloud.userSig(reader) }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/sig`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
type Backend = Awaited<ReturnType<typeof startBackend>>;
const backends: Record<string, Backend> = {};

const endpoint = (url: string) => ({
  kind: 'usersig-endpoint' as const,
  sdkAppId: cloud.sdkAppId,
  userId: reader,
  address: cloud.address,
  protection: { by: 'memory' as const },
  url,
  header,
});

beforeAll(async () => {
  cloud = await startCloud();
  backends.good = await startBackend(good);
  backends.over = await startBackend(over);
});
afterAll(async () => {
  for (const backend of Object.values(backends)) backend.stop();
  await cloud.stop();
});

describe('a UserSig server over TLS', () => {
  let livedeck: Livedeck;
  beforeAll(async () => {
    livedeck = await startLivedeck();
  });
  afterAll(() => livedeck.stop());

  it.each([
    ['that nobody here vouches for', 'good', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['whose time is over', 'over', 'CERT_HAS_EXPIRED'],
  ])('with a certificate %s is sent nothing, and told so', async (_name, which, code) => {
    const { accountId } = await livedeck.must('account:add', endpoint(backends[which]?.url ?? ''));
    const { items } = await livedeck.must('account:test', { accountId });
    expect(items[0]).toMatchObject({
      id: 'signature',
      state: 'fail',
      text: { en: expect.stringContaining(`certificate was refused (${code})`) },
      remedy: { en: expect.stringContaining('NODE_EXTRA_CA_CERTS') },
    });
    expect(asked).toEqual([]);
    await livedeck.must('account:remove', { accountId });
  });
});

it('a UserSig server with a certificate that this computer was told to trust signs the account in', async () => {
  const file = join(temporaryDir(), 'own-authority.pem');
  writeFileSync(file, good.cert);
  const host = await startHost(['--data-dir', temporaryDir(), '--port', '0'], { NODE_EXTRA_CA_CERTS: file });
  const panel = await connectPanel(host.ready.url);
  const added = await panel.call('account:add', endpoint(backends.good?.url ?? ''));
  expect(added).toMatchObject({ ok: true });
  const session = await panel.until((heard) =>
    heard
      .flatMap(({ payload }) => {
        const { topic, patch } = payload as { topic?: string; patch?: Record<string, Account | null> };
        return topic === 'accounts' ? Object.values(patch ?? {}) : [];
      })
      .map((account) => account?.session)
      .find((one) => one?.state === 'ready' || one?.state === 'failed'),
  );
  expect(session).toEqual({ state: 'ready' });
  expect(asked[0]).toBe(header.value);
  panel.close();
  await host.stop();
});
