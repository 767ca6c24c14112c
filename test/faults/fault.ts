import type { Stage } from './stage.ts';

/** One thing that goes wrong. The VJ acts between `start` and `end`; then everything must come right by itself. */
export type Fault = {
  readonly name: string;
  /** What the panel must say while it lasts. */
  readonly says?: RegExp;
  /** What the panel must say when it is over. */
  readonly reports?: RegExp;
  /** The service forgets who was muted and banned, so its state proves nothing about earlier deeds. */
  readonly forgets?: true;
  /** What was recorded is lost, with no fault of Livedeck's. */
  readonly losesRecord?: true;
  readonly needsDisk?: true;
  /** The journal may lack deeds: it cannot be written, was lost, or Livedeck was gone when the key was pressed. */
  readonly unrecorded?: true;
  /** Livedeck is ended and started again, which one of the faults of a round may do. */
  readonly restarts?: true;
  /** Livedeck itself goes while the VJ acts: what the overlay shows is judged when it is back. */
  readonly takesLivedeck?: true;
  /** Ends with what a running Livedeck says, so it cannot be together with one that takes Livedeck. */
  readonly asksLivedeck?: true;
  readonly start: (stage: Stage) => Promise<void>;
  /** Answers what was seen amiss. */
  readonly end: (stage: Stage) => Promise<readonly string[] | undefined>;
};

export const nothing = async (): Promise<undefined> => undefined;

export const set = async (stage: Stage, faults: Readonly<Record<string, unknown>>): Promise<undefined> => {
  await stage.parts.service.controlCall('faults', faults);
};

export const tell = async (stage: Stage, route: string, body: unknown): Promise<undefined> => {
  await stage.parts.service.controlCall(route, body);
};
