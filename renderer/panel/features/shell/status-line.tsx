import { CircleCheck, CircleX, LoaderCircle } from 'lucide-react';
import { useStore } from 'zustand';
import { type Translate, useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { BlankSwitch, PurgeSign } from '../air-lock/index.ts';
import { KeyHint } from '../commands/index.ts';
import { actionText } from '../moderation/index.ts';
import { ObsBadge } from '../obs-page/index.ts';
import { OverlayLink } from '../overlay-link/index.ts';

const LastAct = () => {
  const text = useText();
  const { t } = text;
  const { moderation } = usePanel();
  const last = useStore(moderation.state, (state) => state.last);
  const panic = useTopic('panic')?.on === true;
  // In a panic something was done: the band above the rooms tells what.
  if (last === null) return panic ? null : <span className="status-item quiet">{t('status.quiet')}</span>;
  const what = actionText(last.action, text);
  return (
    <span className="status-item status-act" data-status={last.status}>
      {last.status === 'pending' ? <LoaderCircle className="spin" aria-hidden="true" /> : null}
      {last.status === 'done' ? <CircleCheck aria-hidden="true" /> : null}
      {last.status === 'failed' ? <CircleX aria-hidden="true" /> : null}
      <bdi className="status-what">
        {last.undo ? t('announce.undone', { what }) : what}
        {last.more > 0 ? ` ${t('status.more', { count: last.more })}` : null}
        {last.rooms > 1 ? ` · ${t('status.rooms', { count: last.rooms })}` : null}
      </bdi>
      <span className="unseen">{t(`journal.${last.status}`)}</span>
      {last.undo || last.status === 'failed' ? null : (
        <button type="button" className="status-undo" onClick={() => void moderation.undoLast()}>
          {t('journal.undo')} <KeyHint command="undo" />
        </button>
      )}
    </span>
  );
};

/** An account whose name says already who speaks is called by that alone. */
const signedInAs = (
  t: Translate,
  { nick, label }: { readonly nick: string; readonly label: string },
): string => (label.startsWith(nick) ? label : t('status.as', { nick, account: label }));

/** The bottom line: what was done last and how it went, who we are, and whether the picture has us. */
export const StatusLine = () => {
  const { t } = useText();
  const { shell } = usePanel();
  const accounts = Object.values(useTopic('accounts') ?? {});
  return (
    <footer className="status-line">
      <LastAct />
      <PurgeSign />
      <span className="status-rest">
        {accounts.slice(0, 3).map((account) => (
          <span key={account.id} className="status-item" data-session={account.session.state}>
            {account.session.state === 'ready' ? null : (
              <button
                type="button"
                className="status-session"
                onClick={() => shell.setState({ page: 'accounts' })}
              >
                {t(`session.${account.session.state}`)}
              </button>
            )}
            <bdi>{signedInAs(t, account)}</bdi>
          </span>
        ))}
        <BlankSwitch />
        <OverlayLink />
        <ObsBadge />
      </span>
    </footer>
  );
};
