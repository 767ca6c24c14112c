import type { ObsCheck, ObsCheckId, ObsStatus } from '../../../../main/contract/models/obs.ts';
import { obsCheckIds, obsFixesOnlyWhenAsked } from '../../../../main/contract/models/obs.ts';
import type { ObsExamination, ObsReport, ObsState } from '../../../../main/contract/models/obs-state.ts';

/** How Livedeck stands on OBS's picture, in one word; `off` while nobody wants a connection. */
export type ObsAir = 'off' | 'on' | 'out' | 'connecting' | 'away' | 'refused';

export const obsAir = (obs: ObsState | undefined): ObsAir => {
  const { status } = obs ?? {};
  if (status === undefined || status.state === 'off') return 'off';
  if (status.state === 'connected') return status.onAir.length > 0 ? 'on' : 'out';
  return status.state === 'unreachable' ? 'away' : status.state;
};

/** Whether somebody may be looking at OBS's picture now. */
export const isWatched = (status: ObsStatus): boolean =>
  status.state === 'connected' && (status.streaming || status.recording || status.virtualCamera);

/** A line of the checklist: found, or still to come. */
export type CheckRow = { readonly id: ObsCheckId; readonly check: ObsCheck | undefined };

/** Every check in its order, with what is known of it while an examination runs, or from the last one. */
export const checkRows = (
  examination: ObsExamination | undefined,
  report: ObsReport | undefined,
): readonly CheckRow[] => {
  const known = examination?.checks ?? report?.checks ?? [];
  return obsCheckIds.map((id) => ({ id, check: known.find((check) => check.id === id) }));
};

export const problemsIn = (checks: readonly ObsCheck[]): readonly ObsCheck[] =>
  checks.filter(({ state }) => state === 'problem');

/** Whether "Mend all" would do anything about them. */
export const canMendAll = (checks: readonly ObsCheck[]): boolean =>
  problemsIn(checks).some(({ fix }) => fix !== undefined && !obsFixesOnlyWhenAsked.includes(fix));

/** What an examination came to, in one word: only what was looked at may be called well. */
export type Verdict = 'stopped' | 'problems' | 'failed' | 'unclear' | 'well' | 'wellSoFar';

export const verdictOn = ({ outcome, checks }: ObsReport): Verdict => {
  if (outcome === 'cancelled') return 'stopped';
  if (problemsIn(checks).length > 0) return 'problems';
  if (outcome === 'failed') return 'failed';
  if (checks.some(({ state }) => state === 'unknown')) return 'unclear';
  return checks.some(({ id, state }) => id === 'picture' && state === 'ok') ? 'well' : 'wellSoFar';
};

/** Whether the picture test was left out only because somebody is watching. */
export const wasSpared = (checks: readonly ObsCheck[], status: ObsStatus): boolean =>
  isWatched(status) &&
  status.state === 'connected' &&
  status.onAir.length > 0 &&
  problemsIn(checks).length === 0 &&
  checks.some(({ id, state }) => id === 'picture' && state === 'skipped');

const loopback = /^(localhost|::1|127\.\d+\.\d+\.\d+)$/i;

/** Whether what is said to OBS goes over a network, where others may listen. */
export const leavesComputer = (address: string): boolean => address !== '' && !loopback.test(address.trim());
