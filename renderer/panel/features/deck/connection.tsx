import { CircleX, LoaderCircle } from 'lucide-react';
import type { RoomConnection } from '../../../../main/contract/models/room.ts';
import { type Text, useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { useNow } from '../../ui/index.ts';

/** After this long without a sign of life, "reconnecting" is too kind a word. */
const BLIND_AFTER_SECONDS = 5;

export const connectionText = (connection: RoomConnection, now: number, { t }: Text): string => {
  const seconds = Math.max(0, Math.floor((now - connection.since) / 1000));
  if (connection.state === 'joining') return t('connection.joining');
  if (connection.state === 'live') return t('connection.live');
  if (connection.state === 'failed') return t('connection.failed');
  return seconds < BLIND_AFTER_SECONDS
    ? t('connection.reconnecting', { n: seconds })
    : t('connection.blind', { n: seconds });
};

const Sign = ({ state }: { readonly state: RoomConnection['state'] }) => {
  if (state === 'live') return <span className="connection-dot" aria-hidden="true" />;
  if (state === 'failed') return <CircleX aria-hidden="true" />;
  return <LoaderCircle className="spin" aria-hidden="true" />;
};

/** How a room's connection is, in a word and a sign, counting while it is away. */
export const Connection = ({ connection }: { readonly connection: RoomConnection }) => {
  const text = useText();
  const { clock } = usePanel();
  const now = useNow(clock, 1_000, connection.state === 'reconnecting');
  return (
    <span className="connection" data-state={connection.state}>
      <Sign state={connection.state} />
      <span className="connection-word">{connectionText(connection, now, text)}</span>
    </span>
  );
};
