import { TriangleAlert, VolumeX } from 'lucide-react';
import { useStore } from 'zustand';
import type { Room } from '../../../../main/contract/models/room.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { muteAllShown } from '../moderation/index.ts';
import { usePressure } from './gauge.tsx';

/** The way back for whoever is signed out: it is not tried by itself, or two consoles would throw each other out. */
const SignIn = ({ accountId }: { readonly accountId: string }) => {
  const { t } = useText();
  const { accounts } = usePanel();
  const account = useTopic('accounts')?.[accountId];
  if (account?.session.state !== 'failed') return null;
  return (
    <button type="button" className="btn small" onClick={() => accounts.open(account)}>
      {t('accounts.open')}
    </button>
  );
};

/** What a person must know of a room just now. Lies over the top of the feed, so that nothing below it moves. */
export const ColumnAlerts = ({ room }: { readonly room: Room }) => {
  const { t, told } = useText();
  const { moderation } = usePanel();
  const muteAll = useStore(moderation.state, ({ pending }) => muteAllShown(room, pending));
  const full = usePressure(room.key) === 'cap';
  const { connection } = room;
  return (
    <div className="column-alerts" role="status">
      {connection.state === 'failed' ? (
        <p className="alert" data-tone="bad">
          <TriangleAlert aria-hidden="true" />
          <span>
            {told(connection.error)}
            {connection.error.vendor === undefined ? null : (
              <code>{t('toast.code', { code: connection.error.vendor.code })}</code>
            )}
          </span>
          <SignIn accountId={room.accountId} />
        </p>
      ) : null}
      {full ? (
        <p className="alert" data-tone="bad">
          <TriangleAlert aria-hidden="true" />
          {t('gauge.dropping')}
        </p>
      ) : null}
      {muteAll ? (
        <p className="alert" data-tone="hold">
          <VolumeX aria-hidden="true" />
          {t('room.allMuted')}
        </p>
      ) : null}
    </div>
  );
};
