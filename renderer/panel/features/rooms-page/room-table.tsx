import { LoaderCircle } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { ErrorNote } from '../accounts-page/index.ts';
import { RoomRow } from './room-row.tsx';

/** The rooms of a key holder's app, page after page. */
export const RoomTable = ({ accountId }: { readonly accountId: string }) => {
  const { t, number } = useText();
  const { roomsPage } = usePanel();
  const state = useStore(roomsPage.state);
  const { rooms, status, total, cursor } = state;
  const loading = status === 'loading';
  return (
    <section className="room-list" aria-label={t('rooms.title')} aria-busy={loading}>
      {rooms.length === 0 ? null : (
        <table className="room-table">
          <thead>
            <tr>
              <th>{t('rooms.name')}</th>
              <th className="room-count">{t('rooms.people')}</th>
              <th>{t('rooms.owner')}</th>
              <th>{t('rooms.state')}</th>
              <th>
                <span className="unseen">{t('rooms.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rooms.map((line) => (
              <RoomRow key={line.roomId} accountId={accountId} line={line} />
            ))}
          </tbody>
        </table>
      )}
      {status === 'ready' && rooms.length === 0 ? <p className="page-text">{t('rooms.empty')}</p> : null}
      <ErrorNote error={state.error} />
      <div className="room-foot" role="status">
        {loading ? (
          <>
            <LoaderCircle className="spin room-foot-sign" aria-hidden="true" /> {t('rooms.loading')}
          </>
        ) : null}
        {rooms.length === 0 || loading ? null : (
          <span className="quiet">
            {t('rooms.count', { shown: number(rooms.length), total: number(Math.max(total, rooms.length)) })}
          </span>
        )}
        {loading || (cursor === undefined && status !== 'failed') ? null : (
          <button type="button" className="btn small" onClick={roomsPage.more}>
            {t(status === 'failed' ? 'toast.retry' : 'rooms.more')}
          </button>
        )}
      </div>
    </section>
  );
};
