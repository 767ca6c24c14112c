export type AudienceElement = {
  readonly MsgType: string;
  readonly MsgContent: Record<string, unknown>;
};

export type AudiencePriority = 'High' | 'Normal' | 'Low' | 'Lowest';

export type AudienceAct =
  | {
      readonly type: 'say';
      readonly elements: readonly AudienceElement[];
      readonly priority: AudiencePriority;
    }
  | { readonly type: 'join' }
  | { readonly type: 'leave' }
  /** Adds to a counter of the room, the cheap way to carry likes. */
  | { readonly type: 'count'; readonly key: string; readonly delta: number };

/** What one person does in one room, `afterMs` whole milliseconds after the step before it (often 0). */
export type AudienceStep = {
  readonly afterMs: number;
  readonly roomId: string;
  readonly userId: string;
  readonly act: AudienceAct;
};
