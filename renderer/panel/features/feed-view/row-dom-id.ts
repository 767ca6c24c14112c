import { type ColumnId, partId } from '../deck/index.ts';
import type { RowId } from '../feed/index.ts';

export const rowDomId = (columnId: ColumnId, id: RowId): string => `${partId(columnId, 'feed')}:${id}`;
