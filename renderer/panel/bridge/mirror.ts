import type { StatePatch } from '../../../main/contract/state.ts';

/** What the panel knows of one topic. `early` holds patches that came while a snapshot was under way. */
export type Mirror = {
  readonly revision: number;
  readonly entries: Readonly<Record<string, unknown>> | undefined;
  readonly early: readonly StatePatch[];
};

/** The answer to a patch: the next mirror, and whether the snapshot must be asked for again. */
export type MirrorStep = { readonly mirror: Mirror; readonly askAgain: boolean };

export const emptyMirror: Mirror = { revision: -1, entries: undefined, early: [] };

const replaceEntries = (
  entries: Readonly<Record<string, unknown>>,
  patch: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const kept = Object.entries(entries).filter(([key]) => !Object.hasOwn(patch, key));
  const put = Object.entries(patch).filter(([, value]) => value !== null);
  return Object.fromEntries([...kept, ...put]);
};

/** Applies the next patch; one from the past changes nothing; one from the future means that some were missed. */
export const receivePatch = (mirror: Mirror, patch: StatePatch): MirrorStep => {
  if (mirror.entries === undefined)
    return { mirror: { ...mirror, early: [...mirror.early, patch] }, askAgain: false };
  if (patch.revision <= mirror.revision) return { mirror, askAgain: false };
  if (patch.revision > mirror.revision + 1)
    return { mirror: { ...emptyMirror, early: [patch] }, askAgain: true };
  const entries = replaceEntries(mirror.entries, patch.patch);
  return { mirror: { revision: patch.revision, entries, early: [] }, askAgain: false };
};

/** Takes a snapshot in, then the patches that came before it arrived. */
export const receiveSnapshot = (
  mirror: Mirror,
  revision: number,
  entries: Readonly<Record<string, unknown>>,
): MirrorStep => {
  let step: MirrorStep = { mirror: { revision, entries, early: [] }, askAgain: false };
  const early = [...mirror.early].sort((a, b) => a.revision - b.revision);
  for (const patch of early) {
    const next = receivePatch(step.mirror, patch);
    step = { mirror: next.mirror, askAgain: step.askAgain || next.askAgain };
  }
  return step;
};
