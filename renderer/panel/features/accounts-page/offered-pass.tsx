import { Ticket } from 'lucide-react';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';

/** Says at the top of the window that a link brought a pass. Nothing is taken before the person looks at it. */
export const OfferedPass = () => {
  const { t } = useText();
  const { accounts, bridge, shell } = usePanel();
  const offered = useTopic('app')?.offeredPass ?? '';
  if (offered === '') return null;
  return (
    <div className="offered-pass" role="status">
      <Ticket className="offered-pass-sign" aria-hidden="true" />
      <span>{t('take.offered')}</span>
      <button
        type="button"
        className="btn small"
        onClick={() => {
          accounts.show({ at: 'take-pass' });
          shell.setState({ page: 'accounts' });
        }}
      >
        {t('take.offeredLook')}
      </button>
      <button type="button" className="btn small quiet" onClick={() => void bridge.call('pass:dismiss', {})}>
        {t('take.offeredDismiss')}
      </button>
    </div>
  );
};
