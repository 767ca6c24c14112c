import type { LogLine } from '../ports.ts';

/** Details that only ever hold words of ours or of a protocol. Whatever else is a string stays out. */
const harmless = new Set(['code', 'status', 'state', 'level', 'event', 'call', 'command', 'host', 'signal']);
const codeLike = /^[A-Za-z][A-Za-z0-9_.:/-]{0,47}$/;
/** Numbers that name somebody or something of theirs. */
const naming = /id$|^(?:user|room|account|nick|from|to)/i;
/** A place in a stack, without the folders before the file: those have the user's name in them. */
const frame = /^\s*at .*?([^/\\()\s]+:\d+:\d+)\)?$/;

const framesOf = (stack: string): string | undefined => {
  const places = stack
    .split('\n')
    .map((line) => frame.exec(line)?.[1])
    .filter((place) => place !== undefined);
  return places.length === 0 ? undefined : places.slice(0, 6).join(' < ');
};

const publicDetail = (key: string, value: unknown): string | undefined => {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return naming.test(key) ? undefined : String(value);
  if (typeof value !== 'string') return undefined;
  return harmless.has(key) && codeLike.test(value) ? value : framesOf(value);
};

/**
 * A line of the log as strangers may read it: when, how bad, which message of ours, and numbers, codes and places in the
 * program. Everything that a person, a room or a service may have put into it stays out.
 */
export const publicLine = ({ at, level, message, details }: LogLine): string => {
  const told = Object.entries(details).flatMap(([key, value]) => {
    const known = publicDetail(key, value);
    return known === undefined ? [] : [`${key}=${known}`];
  });
  return [new Date(at).toISOString(), level, message, ...told].join(' ');
};
