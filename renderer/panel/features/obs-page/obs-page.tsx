import { useText } from '../../i18n/index.ts';
import { useTopic } from '../../panel-context.tsx';
import { ConnectForm } from './connect-form.tsx';
import { DoctorPart } from './doctor-part.tsx';
import { PasswordUnlock } from './password-unlock.tsx';
import { SourcesPart } from './sources-part.tsx';
import { StatusPart } from './status-part.tsx';
import { SwitchOnGuide } from './switch-on-guide.tsx';

/** OBS Studio: the connection, the overlays in it, and the doctor. */
export const ObsPage = () => {
  const { t } = useText();
  const obs = useTopic('obs');
  if (obs === undefined) return null;
  const { status } = obs;
  const connected = status.state === 'connected';
  return (
    <main className="page obs-page">
      <h1>{t('obs.title')}</h1>
      <StatusPart obs={obs} />
      {obs.passwordKept === 'locked' && !connected ? <PasswordUnlock /> : null}
      {connected ? (
        <SourcesPart status={status} settings={obs.settings} />
      ) : (
        <div className="obs-connect">
          <ConnectForm obs={obs} />
          <SwitchOnGuide />
        </div>
      )}
      {connected || Object.keys(obs.reports).length > 0 ? <DoctorPart obs={obs} /> : null}
    </main>
  );
};
