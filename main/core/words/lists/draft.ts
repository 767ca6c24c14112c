import type { Localized } from '../../../contract/app-error.ts';
import type { LineFate, WordRule } from '../../../contract/models/word-rule.ts';

/** A rule as a list gives it: everything but the text may be missing. `group` is the group's name. */
export type Draft = Partial<Omit<WordRule, 'id' | 'groupId'>> & {
  readonly text: string;
  readonly group?: string;
};

/** One line of a list as a format's reader understood it. */
export type ReadLine = {
  readonly line: number;
  /** The line as it stands, for the report. */
  readonly shown: string;
  readonly draft?: Draft;
  /** Set where there is no draft. */
  readonly fate?: LineFate;
  readonly reason?: Localized;
};
