import { RotateCcw, Undo2 } from 'lucide-react';
import type { JournalEntry } from '../../../../main/contract/models/action.ts';
import { timeOfDay, useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { type ColumnId, partId } from '../deck/index.ts';
import { clippedText } from '../feed/index.ts';
import { canUndo, StatusSign } from '../journal/index.ts';
import { actionText } from '../moderation/index.ts';

const WayBack = ({ entry, what }: { readonly entry: JournalEntry; readonly what: string }) => {
  const { t } = useText();
  const { moderation } = usePanel();
  if (entry.undoes !== undefined) return null;
  if (entry.status === 'failed')
    return (
      <button
        type="button"
        className="icon-btn small"
        aria-label={t('journal.retryThis', { what })}
        title={t('toast.retry')}
        onClick={() => void moderation.retryEntry(entry)}
      >
        <RotateCcw aria-hidden="true" />
      </button>
    );
  return canUndo(entry) ? (
    <button
      type="button"
      className="icon-btn small"
      aria-label={t('journal.undoThis', { what })}
      title={t('journal.undo')}
      onClick={() => void moderation.undoEntry(entry)}
    >
      <Undo2 aria-hidden="true" />
    </button>
  ) : null;
};

export const entryDomId = (columnId: ColumnId, id: string): string =>
  `${partId(columnId, 'feed')}:${encodeURIComponent(id)}`;

/** One act: how far it got, what it was, where, by whom. */
export const EntryLine = (props: {
  readonly columnId: ColumnId;
  readonly entry: JournalEntry;
  readonly selected: boolean;
}) => {
  const { entry } = props;
  const text = useText();
  const { t, told } = text;
  const what = actionText(entry.action, text);
  const { error } = entry;
  return (
    <div
      id={entryDomId(props.columnId, entry.id)}
      className="journal-line"
      role="treeitem"
      tabIndex={-1}
      aria-selected={props.selected}
      data-entry={entry.id}
      data-status={entry.status}
    >
      <StatusSign entry={entry} />
      <div className="journal-line-words">
        <p className="journal-what" data-undone={entry.undoneBy !== undefined}>
          <bdi>
            {entry.undoes === undefined ? null : `${t('journal.undo')}: `}
            {what}
          </bdi>
        </p>
        {entry.original === undefined ? null : (
          <p className="journal-original">
            <bdi>{clippedText(entry.original, 120)}</bdi>
          </p>
        )}
        {entry.status === 'failed' && error !== undefined ? (
          <p className="journal-line-error">
            {told(error)}
            <code>
              {error.vendor === undefined ? error.code : t('toast.code', { code: error.vendor.code })}
            </code>
          </p>
        ) : null}
        <p className="journal-line-meta">
          <time>{timeOfDay(entry.at)}</time>
          <bdi>{entry.roomName}</bdi>
          <bdi>{entry.actor}</bdi>
        </p>
      </div>
      <WayBack entry={entry} what={what} />
    </div>
  );
};
