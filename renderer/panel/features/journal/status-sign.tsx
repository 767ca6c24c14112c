import { CircleCheck, CircleX, LoaderCircle, Undo2 } from 'lucide-react';
import type { JournalEntry } from '../../../../main/contract/models/action.ts';
import { useText } from '../../i18n/index.ts';

/** How far an action got, as a sign with a name. */
export const StatusSign = ({ entry }: { readonly entry: JournalEntry }) => {
  const { t } = useText();
  const status = entry.undoneBy === undefined ? entry.status : 'undone';
  const name = status === 'done' && entry.confirmed ? t('journal.confirmed') : t(`journal.${status}`);
  return (
    <span className="status-sign" data-status={status} role="img" aria-label={name} title={name}>
      {status === 'pending' ? <LoaderCircle className="spin" aria-hidden="true" /> : null}
      {status === 'done' ? <CircleCheck aria-hidden="true" /> : null}
      {status === 'failed' ? <CircleX aria-hidden="true" /> : null}
      {status === 'undone' ? <Undo2 aria-hidden="true" /> : null}
    </span>
  );
};
