import { describe, expect, it } from 'vitest';
import { releaseOptions, withStaging } from '../../../main/launch/release-options.ts';
import { explained, findingsOf, unexplained } from '../../security/findings.ts';
import { icnsOf, icoOf } from '../../support/icons/containers.ts';

describe('a release', () => {
  it('has no update feed unless one is named, and then only over https and signed', () => {
    const feed = { LIVEDECK_UPDATE_URL: 'https://updates.example.com/' };
    expect(releaseOptions({}, 'win32')).toMatchObject({ ok: true, feed: undefined });
    expect(releaseOptions(feed, 'win32')).toMatchObject({ ok: false });
    expect(releaseOptions({ ...feed, WIN_CSC_LINK: 'x' }, 'win32')).toMatchObject({ ok: true });
    expect(releaseOptions({ ...feed, CSC_NAME: 'x' }, 'darwin')).toMatchObject({ ok: true });
    const plain = { LIVEDECK_UPDATE_URL: 'http://updates.example.com/', CSC_LINK: 'x' };
    expect(releaseOptions(plain, 'win32')).toMatchObject({ ok: false });
  });

  it('can be offered to a share of the copies first', () => {
    expect(releaseOptions({ LIVEDECK_STAGING_PERCENT: '10' }, 'linux')).toMatchObject({ stagingPercent: 10 });
    for (const wrong of ['0', '101', 'ten', '1.5'])
      expect(releaseOptions({ LIVEDECK_STAGING_PERCENT: wrong }, 'linux')).toMatchObject({ ok: false });
    const once = withStaging('version: 1.0.0\npath: x\n', 10);
    expect(withStaging(once, 50)).toBe('version: 1.0.0\npath: x\nstagingPercentage: 50\n');
  });
});

describe('icon files', () => {
  const pictures = [
    { size: 16, png: Buffer.from('one') },
    { size: 256, png: Buffer.from('three') },
  ];

  it('of Windows list each picture with its place', () => {
    const ico = icoOf(pictures);
    expect([ico.readUInt16LE(2), ico.readUInt16LE(4), ico.readUInt8(6), ico.readUInt8(22)]).toEqual([
      1, 2, 16, 0,
    ]);
    const at = ico.readUInt32LE(22 + 12);
    expect(ico.subarray(at, at + ico.readUInt32LE(22 + 8)).toString()).toBe('three');
  });

  it('of macOS say their length and name each picture', () => {
    const icns = icnsOf(pictures);
    expect(icns.subarray(0, 4).toString()).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    expect(icns.subarray(8, 12).toString()).toBe('icp4');
  });
});

describe('the security scan', () => {
  const table = [
    'issue, severity, confidence, filename, location, sample, description, url',
    'CSP_GLOBAL_CHECK,"MEDIUM","CERTAIN","N/A","0:0",N/A,"x",y',
    'OPEN_EXTERNAL_JS_CHECK,"MEDIUM","TENTATIVE","main/a.js","92:36","f(a, ""b"")","x",y',
  ].join('\n');

  it('fails at what the document does not explain, file by file', () => {
    const findings = findingsOf(table);
    expect(findings).toEqual([
      { check: 'CSP_GLOBAL_CHECK', file: 'N/A', line: '0' },
      { check: 'OPEN_EXTERNAL_JS_CHECK', file: 'main/a.ts', line: '92' },
    ]);
    const one = explained('| `CSP_GLOBAL_CHECK` | everywhere | A header that is tested. |');
    expect(unexplained(findings, one).map(({ check }) => check)).toEqual(['OPEN_EXTERNAL_JS_CHECK']);
    const other = '| `OPEN_EXTERNAL_JS_CHECK` | `main/b.ts` | Parsed before it is opened. |';
    expect(unexplained(findings, explained(other))).toHaveLength(2);
  });
});
