import { ContextMenu } from '@base-ui/react/context-menu';
import { RotateCcw, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import type { JournalEntry } from '../../../../main/contract/models/action.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { subjectOfEntry } from '../desk/index.ts';
import { clippedText } from '../feed/index.ts';
import { RowMenu } from '../feed-view/index.ts';
import { canUndo, StatusSign, undoBar } from '../journal/index.ts';
import { actionText } from '../moderation/index.ts';
import { whenText } from '../people/index.ts';
import { reasonText } from './reason-text.ts';

const Outcome = ({ entry }: { readonly entry: JournalEntry }) => {
  const { t, told } = useText();
  const { error } = entry;
  if (entry.undoneBy !== undefined) return <span className="quiet">{t('journal.undone')}</span>;
  if (entry.status !== 'failed' || error === undefined)
    return (
      <span className="quiet">
        {entry.status === 'done' && entry.confirmed ? t('journal.confirmed') : t(`journal.${entry.status}`)}
      </span>
    );
  return (
    <span className="journal-error">
      {told(error)}
      <code>{error.vendor === undefined ? error.code : t('toast.code', { code: error.vendor.code })}</code>
    </span>
  );
};

const EntryButtons = ({ entry }: { readonly entry: JournalEntry }) => {
  const text = useText();
  const { t } = text;
  const { moderation } = usePanel();
  const what = actionText(entry.action, text);
  if (entry.status === 'failed' && entry.undoneBy === undefined)
    return (
      <button
        type="button"
        className="btn small"
        aria-label={t('journal.retryThis', { what })}
        onClick={() => void moderation.retryEntry(entry)}
      >
        <RotateCcw aria-hidden="true" />
        {t('toast.retry')}
      </button>
    );
  if (canUndo(entry))
    return (
      <button
        type="button"
        className="btn small quiet"
        aria-label={t('journal.undoThis', { what })}
        onClick={() => void moderation.undoEntry(entry)}
      >
        <Undo2 aria-hidden="true" />
        {t('journal.undo')}
      </button>
    );
  const bar = undoBar(entry);
  return bar === undefined || bar === 'undone' || bar === 'not-done' ? null : (
    <span className="quiet">{t(`journal.bar.${bar}`)}</span>
  );
};

const What = ({
  entry,
  group,
}: {
  readonly entry: JournalEntry;
  readonly group: readonly JournalEntry[];
}) => {
  const text = useText();
  const { t } = text;
  const { moderation } = usePanel();
  const open = group.filter(canUndo);
  const isFirst = group.at(0)?.id === entry.id;
  return (
    <>
      <div className="journal-what" data-undone={entry.undoneBy !== undefined}>
        <bdi>
          {entry.undoes === undefined ? null : `${t('journal.undo')}: `}
          {actionText(entry.action, text)}
        </bdi>
      </div>
      {entry.original === undefined ? null : (
        <bdi className="journal-original">{clippedText(entry.original, 200)}</bdi>
      )}
      {entry.reason === '' ? null : (
        <bdi className="journal-original">{t('journal.reason', { reason: reasonText(entry, text) })}</bdi>
      )}
      {group.length < 2 ? null : (
        <span className="journal-group quiet">
          {t('journal.group', { count: group.length })}
          {isFirst && open.length > 1 ? (
            <button
              type="button"
              className="btn small quiet"
              onClick={() => void moderation.undoEntries(open)}
            >
              <Undo2 aria-hidden="true" />
              {t('journal.undoGroup', { n: open.length })}
            </button>
          ) : null}
        </span>
      )}
    </>
  );
};

/** One entry; its menu acts on whom it was about. */
export const EntryRow = (props: {
  readonly entry: JournalEntry;
  readonly group: readonly JournalEntry[];
}) => {
  const { language } = useText();
  const { clock } = usePanel();
  const { entry } = props;
  const subject = useMemo(() => subjectOfEntry(entry), [entry]);
  const cells = (
    <>
      <td>
        <StatusSign entry={entry} />
      </td>
      <td className="journal-time">{whenText(entry.at, clock.now(), language)}</td>
      <td>
        <What entry={entry} group={props.group} />
      </td>
      <td>
        <bdi>{entry.roomName}</bdi>
      </td>
      <td>
        <bdi>{entry.actor}</bdi>
      </td>
      <td>
        <Outcome entry={entry} />
      </td>
      <td className="journal-buttons">
        <EntryButtons entry={entry} />
      </td>
    </>
  );
  if (subject === undefined) return <tr data-status={entry.status}>{cells}</tr>;
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger
        // The menu key opens the menu of the row that has the focus.
        render={<tr data-status={entry.status} tabIndex={0} />}
      >
        {cells}
      </ContextMenu.Trigger>
      <RowMenu subject={() => subject} />
    </ContextMenu.Root>
  );
};
