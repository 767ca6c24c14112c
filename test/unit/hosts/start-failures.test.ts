import { describe, expect, it } from 'vitest';
import { createStop, didNotStart, runsInBrowser } from '../../../main/hosts/desktop/start-failures.ts';
import { fakeElectron } from '../../support/electron-double.ts';

const rig = (packaged: boolean) => {
  const { electron, said } = fakeElectron({ userData: '/data', appPath: '/app', packaged });
  const lines: string[] = [];
  const stop = createStop({ ...electron, say: (line) => void lines.push(line) });
  return { said, lines, stop };
};

describe('a start that fails', () => {
  it('says why in a box where nobody sees standard error, without the key to another’s panel', () => {
    const { said, lines, stop } = rig(true);
    const other = { pid: 1, url: 'http://127.0.0.1:4099/enter?key=made-up', focus: 'x' };
    stop(runsInBrowser('/data', other), 1);
    const [box, exit] = said.done;
    expect(box?.slice(0, 2)).toEqual(['error box', 'Livedeck']);
    expect(box?.[2]).toContain('already runs in a browser');
    expect(box?.[2]).toContain('http://127.0.0.1:4099');
    expect(exit).toEqual(['exit', 1]);
    expect(JSON.stringify([box, lines])).not.toContain('made-up');
  });

  it('opens no box from the sources, nor where another window came to front instead', () => {
    const text = { en: 'No.', 'zh-CN': '不。' };
    const sources = rig(false);
    sources.stop(text, 1);
    const second = rig(true);
    second.stop(text, 0);
    expect([sources.said.done, second.said.done]).toEqual([[['exit', 1]], [['exit', 0]]]);
    expect([sources.lines, second.lines]).toEqual([['No.'], ['No.']]);
  });

  it('names the kind of an error, and nothing that its message repeats', () => {
    expect(didNotStart(new SyntaxError('Unexpected token in "made-up-key"'), '/data').en).toMatch(
      /^Livedeck could not start \(SyntaxError\)\..* \/data /,
    );
    const full = Object.assign(new Error('ENOSPC: /data'), { code: 'ENOSPC' });
    expect(didNotStart(full, '/data')['zh-CN']).toContain('ENOSPC');
  });
});
