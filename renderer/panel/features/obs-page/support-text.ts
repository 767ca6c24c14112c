import type { ObsReport, ObsState } from '../../../../main/contract/models/obs-state.ts';
import type { TopicValue } from '../../../../main/contract/state.ts';
import { type Text, timeOfDay } from '../../i18n/index.ts';

type Told = {
  readonly obs: ObsState;
  readonly app: Pick<TopicValue<'app'>, 'version' | 'host' | 'platform'>;
  /** Its name. */
  readonly overlay: string;
  readonly report: ObsReport;
};

const dayOf = (at: number): string => {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

const connectionOf = ({ status }: ObsState, { t, local }: Text): string => {
  if (status.state === 'connected')
    return t('obs.versionsText', {
      obs: status.obsVersion,
      websocket: status.websocketVersion,
      platform: status.platform || '?',
    });
  return status.state === 'refused' || status.state === 'unreachable'
    ? local(status.error.text)
    : t(`obs.state.${status.state}`);
};

/** The doctor's report as plain text for whoever helps. Neither the address of an overlay nor a password is in it. */
export const supportText = ({ obs, app, overlay, report }: Told, text: Text): string => {
  const { t, local } = text;
  const checks = report.checks.flatMap(({ id, state, text: found, remedy }) => [
    `[${t(`obs.found.${state}`)}] ${t(`obs.check.${id}`)}: ${local(found)}`,
    ...(remedy === undefined || state === 'ok' ? [] : [`    → ${local(remedy)}`]),
  ]);
  return [
    `Livedeck ${app.version} · ${app.host} · ${app.platform}`,
    connectionOf(obs, text),
    `${overlay} · ${dayOf(report.at)} ${timeOfDay(report.at)}`,
    ...(report.error === undefined ? [] : [local(report.error.text)]),
    ...checks,
  ].join('\n');
};
