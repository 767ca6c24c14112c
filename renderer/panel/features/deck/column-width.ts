import type { Topics } from '../../bridge/index.ts';
import type { SettingsControl } from '../settings/index.ts';
import type { ColumnId } from './layout.ts';
import { partId } from './part-id.ts';

/** The contract's own limits for a remembered width start lower; a feed needs this much to be read. */
export const NARROWEST = 300;
export const WIDEST = 2_000;

export const fittingWidth = (width: number): number =>
  Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)));

/** How wide each column is, kept in the settings. */
export type ColumnWidths = {
  readonly set: (id: ColumnId, width: number) => void;
  /** Wider or narrower than it is drawn now. */
  readonly step: (id: ColumnId, by: number) => void;
  /** As wide as there is room for. */
  readonly reset: (id: ColumnId) => void;
};

export const createColumnWidths = (deps: {
  readonly topics: Topics;
  readonly settings: Pick<SettingsControl, 'change'>;
}): ColumnWidths => {
  const known = () => deps.topics.values.getState().settings?.columnWidths ?? {};
  const set = (id: ColumnId, width: number) =>
    deps.settings.change({ columnWidths: { ...known(), [id]: fittingWidth(width) } });
  return {
    set,
    step: (id, by) => {
      const drawn = document.getElementById(partId(id, 'column'))?.getBoundingClientRect().width;
      if (drawn !== undefined) set(id, drawn + by);
    },
    reset: (id) => {
      const { [id]: width, ...others } = known();
      if (width !== undefined) deps.settings.change({ columnWidths: others });
    },
  };
};
