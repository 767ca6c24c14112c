import {
  DECK_COLUMNS_MAX,
  type DeckColumn,
  type DeckLayout,
  type FeedFilter,
  type HighlightRules,
  NAMED_FILTERS_MAX,
  type NamedFilter,
} from '../../../../main/contract/models/deck.ts';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { Settings } from '../../../../main/contract/models/settings.ts';

/** The column of held comments; no room key looks like its name. */
export const HELD_COLUMN = 'held';

/** A room's key, or the name of a column that is no room. */
export type ColumnId = DeckColumn['id'];

/** A change of the layout. It is made again on whatever another panel has made of it meanwhile. */
export type LayoutChange = (layout: DeckLayout) => DeckLayout;

export const emptyLayout: DeckLayout = { columns: [], filters: [] };

/** What was kept, or what an older version kept in the widths alone. */
export const layoutOf = ({ deck, columnWidths }: Pick<Settings, 'deck' | 'columnWidths'>): DeckLayout => {
  if (deck !== null) return deck;
  const heldOpen = columnWidths[HELD_COLUMN] !== undefined;
  return heldOpen ? { ...emptyLayout, columns: [{ kind: 'held', id: 'held' }] } : emptyLayout;
};

const withColumns = (layout: DeckLayout, columns: readonly DeckColumn[]): DeckLayout => ({
  ...layout,
  columns: [...columns],
});

export const columnIn = (layout: DeckLayout, id: ColumnId): DeckColumn | undefined =>
  layout.columns.find((column) => column.id === id);

/** Puts a column at the right end; one that is there already stays in its place. */
export const withColumn =
  (column: DeckColumn): LayoutChange =>
  (layout) =>
    columnIn(layout, column.id) === undefined ? withColumns(layout, [...layout.columns, column]) : layout;

export const withoutColumn =
  (id: ColumnId): LayoutChange =>
  (layout) =>
    columnIn(layout, id) === undefined
      ? layout
      : withColumns(
          layout,
          layout.columns.filter((column) => column.id !== id),
        );

/** Rooms that have no place yet stand beside the other rooms; rooms that are not open are let go when there are too many. */
export const withRooms =
  (rooms: readonly RoomKey[]): LayoutChange =>
  (layout) => {
    const added = rooms
      .filter((key) => columnIn(layout, key) === undefined)
      .map((id): DeckColumn => ({ kind: 'room', id }));
    if (added.length === 0) return layout;
    const after = layout.columns.findLastIndex((column) => column.kind === 'room') + 1;
    const all = [...layout.columns.slice(0, after), ...added, ...layout.columns.slice(after)];
    let tooMany = all.length - DECK_COLUMNS_MAX;
    return withColumns(
      layout,
      all.filter((column) => {
        const goes = tooMany > 0 && column.kind === 'room' && !rooms.includes(column.id);
        if (goes) tooMany -= 1;
        return !goes;
      }),
    );
  };

/** Puts a column into the place of another one; that one and those between them move over. */
export const withMoved =
  (id: ColumnId, over: ColumnId): LayoutChange =>
  (layout) => {
    const from = layout.columns.findIndex((column) => column.id === id);
    const to = layout.columns.findIndex((column) => column.id === over);
    const moved = layout.columns[from];
    if (moved === undefined || to < 0 || from === to) return layout;
    const rest = layout.columns.filter((column) => column !== moved);
    return withColumns(layout, [...rest.slice(0, to), moved, ...rest.slice(to)]);
  };

const withChanged =
  (id: ColumnId, change: (column: DeckColumn) => DeckColumn): LayoutChange =>
  (layout) =>
    withColumns(
      layout,
      layout.columns.map((column) => (column.id === id ? change(column) : column)),
    );

export const withFilterOf = (id: ColumnId, filter: FeedFilter | undefined): LayoutChange =>
  withChanged(id, (column) => {
    if (column.kind !== 'room' && column.kind !== 'highlights') return column;
    const { filter: _, ...bare } = column;
    return filter === undefined ? bare : { ...bare, filter };
  });

export const filterOf = (layout: DeckLayout, id: ColumnId): FeedFilter | undefined => {
  const column = columnIn(layout, id);
  return column !== undefined && 'filter' in column ? column.filter : undefined;
};

export const withRules = (id: ColumnId, rules: HighlightRules): LayoutChange =>
  withChanged(id, (column) => (column.kind === 'highlights' ? { ...column, rules } : column));

/** Keeps a filter under a name, in place of one of the same name; the oldest goes when there are too many. */
export const withNamedFilter =
  (named: NamedFilter): LayoutChange =>
  (layout) => ({
    ...layout,
    filters: [...layout.filters.filter(({ name }) => name !== named.name), named].slice(-NAMED_FILTERS_MAX),
  });

export const withoutNamedFilter =
  (name: string): LayoutChange =>
  (layout) => ({ ...layout, filters: layout.filters.filter((named) => named.name !== name) });
