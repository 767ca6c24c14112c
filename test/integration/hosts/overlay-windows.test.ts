import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOverlayWindows } from '../../../main/hosts/browser/overlay-windows.ts';
import { temporaryDir } from '../../support/livedeck.ts';

const request = {
  overlayId: 'main',
  title: 'Livedeck overlay main',
  address: 'http://127.0.0.1:9/w/main?ticket',
  width: 640,
  height: 360,
  alreadyOpen: false,
};

const openWith = (browser: string | undefined, display = true) =>
  createOverlayWindows({ dataDir: temporaryDir(), browser: () => browser, display: () => display }).open(
    request,
  );

describe('the overlay in a window of the machine’s browser', () => {
  it('says so when the browser ends at once instead of opening a window', async () => {
    // Node does not know the flags of a browser: it ends at once with code 9.
    const answer = await openWith(process.execPath);
    expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(answer.ok ? '' : answer.error.text.en).toContain('it ended at once with code 9');
  });

  it('says so when there is nothing to open it with or on', async () => {
    expect(await openWith(join(temporaryDir(), 'gone'))).toMatchObject({ ok: false });
    expect(await openWith(undefined)).toMatchObject({ ok: false });
    expect(await openWith(process.execPath, false)).toMatchObject({ ok: false });
  });

  it.skipIf(process.platform === 'win32')('is content when a browser that runs already took it', async () => {
    const browser = join(temporaryDir(), 'browser');
    writeFileSync(browser, '#!/bin/sh\nexit 0\n');
    chmodSync(browser, 0o700);
    expect(await openWith(browser)).toEqual({ ok: true, value: null });
  });
});
