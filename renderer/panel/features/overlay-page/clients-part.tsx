import { CircleAlert } from 'lucide-react';
import type { OverlayClient, OverlayStatus } from '../../../../main/contract/models/overlay.ts';
import { timeOfDay, useText } from '../../i18n/index.ts';
import { OLDEST_CHROMIUM, troublesOf } from './client-trouble.ts';

const useKind = () => {
  const { t } = useText();
  return (client: OverlayClient) => {
    if (client.obs) return t('ov.inObs');
    return client.window === true ? t('ov.inWindow') : t('ov.inBrowser');
  };
};

const Receipt = ({ receipt }: { readonly receipt: OverlayClient['receipt'] }) => {
  const { t } = useText();
  if (receipt === undefined) return <span className="quiet">{t('ov.noPurge')}</span>;
  const at = timeOfDay(receipt.at);
  if (!receipt.answered) return <span className="ov-warn">{t('ov.silent', { at })}</span>;
  return <>{t('ov.receipt', { count: receipt.removed, ms: Math.round(receipt.ms), at })}</>;
};

const Troubles = (props: { readonly client: OverlayClient; readonly canvas: OverlayStatus['canvas'] }) => {
  const { t } = useText();
  const { client, canvas = { width: client.width, height: client.height } } = props;
  const shown = `${client.width}×${client.height}`;
  const made = `${canvas.width}×${canvas.height}`;
  return troublesOf(client, canvas).map((trouble) => (
    <p key={trouble} className="ov-warn">
      <CircleAlert aria-hidden="true" />
      {t(`ov.trouble.${trouble}`, { shown, made, version: client.chromium, oldest: OLDEST_CHROMIUM })}
    </p>
  ));
};

/** Who shows this overlay now, and what keeps it from being seen as it was made. */
export const ClientsPart = ({ overlay }: { readonly overlay: OverlayStatus }) => {
  const { t } = useText();
  const kindOf = useKind();
  const clients = overlay.clients.filter(({ preview }) => !preview);
  return (
    <section className="ov-clients" aria-label={t('ov.connected')}>
      <h2>{t('ov.connected')}</h2>
      {clients.length === 0 ? (
        <p className="quiet">{t('ov.nobody')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('ov.where')}</th>
              <th scope="col">{t('ov.size')}</th>
              <th scope="col">{t('ov.fps')}</th>
              <th scope="col">Chromium</th>
              <th scope="col">{t('ov.lastPurge')}</th>
            </tr>
          </thead>
          <tbody>
            {clients.map((client) => (
              <tr key={client.id}>
                <td>
                  {kindOf(client)}
                  <Troubles client={client} canvas={overlay.canvas} />
                </td>
                <td>
                  {client.width}×{client.height}
                </td>
                <td>{client.fps > 0 ? Math.round(client.fps) : t('ov.still')}</td>
                <td>{client.chromium > 0 ? client.chromium : '–'}</td>
                <td>
                  <Receipt receipt={client.receipt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
