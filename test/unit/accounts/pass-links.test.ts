import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { isPassLink, watchPassLinks } from '../../../main/hosts/desktop/pass-links.ts';

const link = 'livedeck://pass/LDP1.abc.01234567';

const startWith = (words: readonly string[], isPackaged = true, env: NodeJS.ProcessEnv = {}) => {
  const events = new EventEmitter();
  const registered: string[] = [];
  const app = {
    on: events.on.bind(events),
    isPackaged,
    setAsDefaultProtocolClient: (scheme: string) => registered.push(scheme) > 0,
  };
  const links = watchPassLinks(app as unknown as App, words, env);
  const offered: string[] = [];
  return { events, registered, links, offered, connect: () => links.connect((one) => offered.push(one)) };
};

describe('links to passes', () => {
  it('are told from other words of the command line', () => {
    expect([link, 'LiveDeck:pass#x', '--json', 'livedeck.txt'].map(isPassLink)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('that started Livedeck, or came before its panel was there, wait for it', () => {
    const first = startWith([link]);
    first.connect();
    expect(first.offered).toEqual([link]);
    const second = startWith([]);
    second.events.emit('open-url', { preventDefault: () => undefined }, link);
    second.connect();
    expect(second.offered).toEqual([link]);
  });

  it('opened later come by the system’s event or by a second start', () => {
    const { events, connect, offered } = startWith([]);
    connect();
    events.emit('open-url', { preventDefault: () => undefined }, 'https://example.test');
    events.emit('second-instance', {}, ['livedeck', '--json']);
    events.emit('second-instance', {}, ['livedeck', link]);
    expect(offered).toEqual([link]);
  });

  it('are registered with the system only by a packaged Livedeck that stays where it is', () => {
    expect(startWith([]).registered).toEqual(['livedeck']);
    expect(startWith([], false).registered).toEqual([]);
    const portable = { PORTABLE_EXECUTABLE_FILE: 'E:\\Livedeck-portable.exe' };
    expect(startWith([], true, portable).registered).toEqual([]);
  });
});
