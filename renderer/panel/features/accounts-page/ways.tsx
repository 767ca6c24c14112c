import { KeyRound, Server, Ticket } from 'lucide-react';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';

/** The three ways to connect an app, each with what it is for. */
export const Ways = () => {
  const { t } = useText();
  const { accounts } = usePanel();
  const ways = [
    { at: 'key-holder', Sign: KeyRound, title: t('accounts.wayKey'), text: t('accounts.wayKeyText') },
    { at: 'endpoint', Sign: Server, title: t('accounts.wayEndpoint'), text: t('accounts.wayEndpointText') },
    { at: 'take-pass', Sign: Ticket, title: t('accounts.wayPass'), text: t('accounts.wayPassText') },
  ] as const;
  return (
    <ul className="first-ways account-ways">
      {ways.map(({ at, Sign, title, text }) => (
        <li key={at}>
          <button type="button" className="way" onClick={() => accounts.show({ at })}>
            <Sign aria-hidden="true" />
            <span className="way-words">
              <strong>{title}</strong>
              <span>{text}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};
