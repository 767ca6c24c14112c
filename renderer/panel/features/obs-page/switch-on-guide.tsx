import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { useTopic } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';

const systems = ['windows', 'macos', 'linux'] as const;
type System = (typeof systems)[number];

/** Node's name of a system as people call it. */
const systemOf = (platform: string | undefined): System => {
  if (platform === 'win32') return 'windows';
  return platform === 'darwin' ? 'macos' : 'linux';
};

/** How the WebSocket server of OBS is switched on, in plain words, for the system that OBS runs on. */
export const SwitchOnGuide = () => {
  const { t } = useText();
  const platform = useTopic('app')?.platform;
  const [chosen, setChosen] = useState<System>();
  const system = chosen ?? systemOf(platform);
  return (
    <section className="obs-guide" aria-labelledby="obs-guide">
      <div className="obs-guide-head">
        <h2 id="obs-guide">{t('obs.guide.title')}</h2>
        <Segments
          tight
          label={t('obs.guide.system')}
          value={system}
          choices={systems.map((value) => ({ value, text: t(`obs.guide.${value}`) }))}
          onChoose={setChosen}
        />
      </div>
      <ol className="obs-steps">
        <li>{t('obs.guide.start')}</li>
        <li>{t(system === 'macos' ? 'obs.guide.menuMac' : 'obs.guide.menu')}</li>
        <li>{t('obs.guide.tick')}</li>
        <li>{t('obs.guide.copy')}</li>
      </ol>
      <p className="obs-note">{t(`obs.guide.note.${system}`)}</p>
    </section>
  );
};
