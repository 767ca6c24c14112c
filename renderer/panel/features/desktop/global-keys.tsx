import { CircleAlert, CircleCheck } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { type GlobalKeyName, globalKeyNames } from '../../../../main/contract/models/desktop.ts';
import type { Settings } from '../../../../main/contract/models/settings.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { acceleratorOf, acceleratorText } from './accelerator.ts';

const GlobalKey = ({ name, settings }: { readonly name: GlobalKeyName; readonly settings: Settings }) => {
  const { t } = useText();
  const { settings: control } = usePanel();
  const desktop = useTopic('desktop');
  const platform = useTopic('app')?.platform ?? '';
  const [asking, setAsking] = useState(false);
  const chosen = settings.globalKeys[name];
  const state = desktop?.keys[name] ?? 'off';
  const trouble = state === 'taken' || state === 'double' || state === 'refused';
  const choose = (key: string) => control.change({ globalKeys: { ...settings.globalKeys, [name]: key } });

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (bare && (event.key === 'Delete' || event.key === 'Backspace')) choose('');
    else if (bare && event.key === 'Escape') event.currentTarget.blur();
    else {
      const key = acceleratorOf(event);
      if (key !== undefined) choose(key);
    }
  };

  return (
    <label className="global-key">
      <span className="global-key-name">{t(`globalKey.${name}`)}</span>
      <input
        className="field"
        readOnly={true}
        value={acceleratorText(chosen, platform)}
        placeholder={t(asking ? 'globalKey.press' : 'globalKey.none')}
        aria-invalid={trouble}
        onFocus={() => setAsking(true)}
        onBlur={() => setAsking(false)}
        onKeyDown={press}
      />
      <span className="global-key-state" data-trouble={trouble} role="status">
        {chosen !== '' && desktop?.available === true ? (
          <>
            {trouble ? <CircleAlert aria-hidden="true" /> : <CircleCheck aria-hidden="true" />}
            {t(`globalKey.${state}`)}
          </>
        ) : null}
      </span>
    </label>
  );
};

/** The keys that work while another program has the focus, each with whether the system gave it. */
export const GlobalKeys = ({ settings }: { readonly settings: Settings }) => {
  const { t } = useText();
  const available = useTopic('desktop')?.available === true;
  return (
    <div className="global-keys">
      {available ? null : <p className="quiet">{t('globalKey.desktopOnly')}</p>}
      {globalKeyNames.map((name) => (
        <GlobalKey key={name} name={name} settings={settings} />
      ))}
    </div>
  );
};
