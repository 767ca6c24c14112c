import type { OverlaySettings } from '../../../../main/contract/models/overlay.ts';

type Part = Readonly<Partial<OverlaySettings>>;

/** One change of an overlay's settings, as whole top-level entries before and after it. */
export type Edit = {
  readonly before: Part;
  readonly after: Part;
  readonly about: string;
  readonly at: number;
};

export type EditHistory = { readonly done: readonly Edit[]; readonly undone: readonly Edit[] };

export const noEdits: EditHistory = { done: [], undone: [] };

/** More than this nobody takes back by hand. */
const MOST = 100;
/** Nudges of the same thing within this time are one change, ms. */
const SAME_MS = 800;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The entries that two settings differ in; `undefined` where they are alike. */
export const editBetween = (
  before: OverlaySettings,
  after: OverlaySettings,
  about: string,
  at: number,
): Edit | undefined => {
  const names = (Object.keys(after) as (keyof OverlaySettings)[]).filter(
    (name) => !same(before[name], after[name]),
  );
  if (names.length === 0) return undefined;
  const pick = (from: OverlaySettings): Part => Object.fromEntries(names.map((name) => [name, from[name]]));
  return { before: pick(before), after: pick(after), about, at };
};

export const withEdit = ({ done }: EditHistory, edit: Edit): EditHistory => {
  const last = done.at(-1);
  const goesOn =
    last !== undefined &&
    last.about === edit.about &&
    edit.at - last.at <= SAME_MS &&
    same(Object.keys(last.after), Object.keys(edit.after));
  const added = goesOn ? [...done.slice(0, -1), { ...edit, before: last.before }] : [...done, edit];
  return { done: added.slice(-MOST), undone: [] };
};

/** What to put back, and the history without it. */
export const takeBack = ({ done, undone }: EditHistory) => {
  const edit = done.at(-1);
  return edit && { patch: edit.before, history: { done: done.slice(0, -1), undone: [...undone, edit] } };
};

/** What to do once more, and the history with it. */
export const doAgain = ({ done, undone }: EditHistory) => {
  const edit = undone.at(-1);
  return edit && { patch: edit.after, history: { done: [...done, edit], undone: undone.slice(0, -1) } };
};
