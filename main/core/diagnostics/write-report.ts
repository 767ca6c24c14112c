import { arch, release, totalmem } from 'node:os';
import { defaultSettings, type Settings } from '../../contract/models/settings.ts';
import type { Ports } from '../ports.ts';
import type { Mirror } from '../state/mirror.ts';
import { publicLine } from './public-lines.ts';

/** How many of the last lines of the log go along. */
const LINES = 60;
const MB = 1024 * 1024;

const counted = (values: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return values.length === 0 ? 'none' : [...counts].map(([value, count]) => `${count} ${value}`).join(', ');
};

const versions = ({ node, electron, chrome, sqlite }: NodeJS.ProcessVersions): string =>
  [
    `Node ${node}`,
    electron && `Electron ${electron}`,
    chrome && `Chromium ${chrome}`,
    sqlite && `SQLite ${sqlite}`,
  ]
    .filter((one) => one !== undefined && one !== '')
    .join(', ');

const changedFields = (settings: Settings): string => {
  const fields = Object.keys(defaultSettings) as (keyof Settings)[];
  const changed = fields.filter(
    (field) => JSON.stringify(settings[field]) !== JSON.stringify(defaultSettings[field]),
  );
  return changed.length === 0 ? 'none' : changed.join(', ');
};

const states = (mirror: Mirror): readonly string[] => {
  const accounts = Object.values(mirror.get('accounts'));
  const rooms = Object.values(mirror.get('rooms'));
  const pressure = mirror.get('pressure');
  const overlays = Object.values(mirror.get('overlays'));
  const pages = overlays.flatMap(({ clients }) => clients);
  const words = mirror.get('words');
  return [
    `accounts: ${counted(accounts.map(({ kind, session }) => `${kind} ${session.state}`))}`,
    `account errors: ${counted(accounts.flatMap(({ session }) => ('error' in session ? [session.error.code] : [])))}`,
    `rooms: ${counted(rooms.map(({ connection }) => connection.state))}`,
    `messages in the last second: ${rooms.map(({ key }) => pressure[key]?.at(-1) ?? 0).join(', ') || 'none'}`,
    `overlays: ${overlays.length}; pages: ${counted(pages.map(({ obs, preview, chromium }) => `${obs ? 'OBS' : preview ? 'preview' : 'browser'} on Chromium ${chromium}`))}`,
    `blank: ${overlays.filter(({ blank }) => blank).length}; panic: ${mirror.get('panic').on}; rehearsal: ${mirror.get('rehearsal').running !== null}`,
    `word rules: ${words.count} in ${words.groups.length} groups; held: ${Object.keys(mirror.get('held')).length}; marks: ${Object.keys(mirror.get('marks')).length}`,
    `reports told: ${mirror.get('app').reports.length}`,
  ];
};

/**
 * What somebody who helps needs to know: versions, states, counts and the last lines of the log. No names, no words of
 * anybody, no addresses, no folders, no secrets.
 */
export const writeReport = (parts: {
  readonly ports: Pick<Ports, 'clock' | 'info' | 'recentLog'>;
  readonly mirror: Mirror;
  readonly settings: () => Settings;
}): string => {
  const { info, clock, recentLog } = parts.ports;
  const memory = process.memoryUsage();
  return [
    `Livedeck ${info.version}, ${info.host} host`,
    `system: ${info.platform} ${release()} ${arch()}, ${Math.round(totalmem() / MB)} MB`,
    `versions: ${versions(process.versions)}`,
    `up ${Math.round(process.uptime())} s; memory ${Math.round(memory.rss / MB)} MB, heap ${Math.round(memory.heapUsed / MB)} MB`,
    `written ${new Date(clock.now()).toISOString()}`,
    ...states(parts.mirror),
    `settings changed: ${changedFields(parts.settings())}`,
    '',
    `last ${LINES} lines of the log:`,
    ...recentLog().slice(-LINES).map(publicLine),
    '',
  ].join('\n');
};
