import fc from 'fast-check';
import { hostileTexts, hostileValue } from './hostile-values.ts';

type Path = readonly (string | number)[];

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const pathsOf = (value: unknown, path: Path = []): readonly Path[] =>
  isBranch(value)
    ? [path, ...Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]))]
    : [path];

/** A copy in which the place at `path` is what `change` makes of it. */
const changedAt = (value: unknown, path: Path, change: (old: unknown) => unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined || !isBranch(value)) return change(value);
  const changed = changedAt(Reflect.get(value, key), rest, change);
  return Array.isArray(value) ? value.with(Number(key), changed) : withField(value, String(key), changed);
};

const withField = (old: unknown, name: string, value: unknown): unknown =>
  // As JSON does it: also `__proto__` becomes a field of its own.
  isBranch(old) && !Array.isArray(old)
    ? Object.defineProperty({ ...old }, name, { value, enumerable: true, configurable: true, writable: true })
    : value;

const changes = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), value: hostileValue }),
  fc.record({ kind: fc.constant('drop' as const), value: fc.constant(undefined) }),
  fc.record({ kind: fc.constant('add' as const), value: hostileValue }),
);

/** One thing that goes wrong somewhere in a value: replaced, gone, or with a field too many. */
export type Spoiling = Readonly<{
  place: number;
  change: Readonly<{ kind: 'replace' | 'drop' | 'add'; value: unknown }>;
  field: string;
}>;
export const spoilings: fc.Arbitrary<Spoiling> = fc.record({
  place: fc.nat(),
  change: changes,
  field: hostileTexts,
});

/** The value with that one thing wrong in it. */
export const spoilt = (whole: unknown, { place, change: { kind, value }, field }: Spoiling): unknown => {
  const paths = pathsOf(whole);
  const path = paths[place % paths.length] ?? [];
  if (kind === 'replace') return changedAt(whole, path, () => value);
  if (kind === 'add') return changedAt(whole, path, (old) => withField(old, field, value));
  const last = path.at(-1);
  return changedAt(whole, path.slice(0, -1), (old) => {
    if (last === undefined || !isBranch(old) || Array.isArray(old)) return value;
    const { [last]: _gone, ...others } = old;
    return others;
  });
};
