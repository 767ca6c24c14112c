import { CircleCheck, CircleX, LoaderCircle, Lock, Power } from 'lucide-react';
import type { Account } from '../../../../main/contract/models/account.ts';
import { useText } from '../../i18n/index.ts';

const signs = {
  starting: LoaderCircle,
  ready: CircleCheck,
  restarting: LoaderCircle,
  failed: CircleX,
  closed: Power,
  locked: Lock,
} as const;

/** How an account's sign-in stands, as a sign and a word. */
export const SessionSign = ({ session }: { readonly session: Account['session'] }) => {
  const { t } = useText();
  const Sign = signs[session.state];
  const turning = Sign === LoaderCircle;
  return (
    <span className="session-sign" data-state={session.state} role="status">
      <Sign className={turning ? 'spin' : undefined} aria-hidden="true" />
      {t(`session.${session.state}`)}
    </span>
  );
};
