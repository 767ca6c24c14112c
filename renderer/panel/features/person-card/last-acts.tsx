import { Undo2 } from 'lucide-react';
import { useStore } from 'zustand';
import { timeOfDay, useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { useKeptPlaces, usePointerAim } from '../../ui/index.ts';
import { canUndo, NewEntries, StatusSign } from '../journal/index.ts';
import { actionText } from '../moderation/index.ts';

const SHOWN = 6;

/** The journal's newest entries, each with a way back. */
export const LastActs = () => {
  const text = useText();
  const { t } = text;
  const { journal, moderation, clock } = usePanel();
  const entries = useStore(journal.entries);
  const { isAimed, watch } = usePointerAim(clock);
  const { rows, ahead } = useKeptPlaces(entries, { isHeldStill: isAimed });
  if (entries.length === 0) return null;
  return (
    <section className="card-part last-acts" aria-label={t('card.lastActs')}>
      <h3>
        {t('card.lastActs')}
        <NewEntries count={ahead.length} />
      </h3>
      <ul {...watch}>
        {rows.slice(0, SHOWN).map((entry) => (
          <li key={entry.id} data-undone={entry.undoneBy !== undefined}>
            <StatusSign entry={entry} />
            <bdi className="last-act" title={`${timeOfDay(entry.at)} · ${entry.roomName}`}>
              {actionText(entry.action, text)}
            </bdi>
            {canUndo(entry) && entry.undoes === undefined ? (
              <button
                type="button"
                className="icon-btn small"
                aria-label={t('journal.undoThis', { what: actionText(entry.action, text) })}
                title={t('journal.undo')}
                onClick={() => void moderation.undoEntry(entry)}
              >
                <Undo2 aria-hidden="true" />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
};
