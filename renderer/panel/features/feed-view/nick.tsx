import { ShieldCheck, VolumeX } from 'lucide-react';
import type { Person } from '../../../../main/contract/models/person.ts';
import { countdownText, useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { useNow } from '../../ui/index.ts';
import { clippedText, nickHue } from '../feed/index.ts';
import type { MutedUntil } from '../moderation/index.ts';

const NICK_LIMIT = 40;

/** A person's name in their own hue. What comes from outside stays inside its own direction. */
export const nickOf = (person: Person) => (
  <bdi className="nick" data-hue={nickHue(person.userId)} title={person.userId}>
    {clippedText(person.nick || person.userId, NICK_LIMIT)}
  </bdi>
);

export const Nick = ({ person }: { readonly person: Person }) => nickOf(person);

export const RoleBadge = ({ role }: { readonly role: Person['role'] }) => {
  const { t } = useText();
  if (role === 'vj') return <span className="badge badge-vj">{t('badge.vj')}</span>;
  if (role === 'admin')
    return (
      <span className="badge" title={t('badge.admin')}>
        <ShieldCheck aria-hidden="true" />
        <span className="unseen">{t('badge.admin')}</span>
      </span>
    );
  return null;
};

/** That somebody is muted here, and for how much longer. */
export const MutedMark = ({ until }: { readonly until: number | null }) => {
  const { t } = useText();
  const { clock } = usePanel();
  const now = useNow(clock, 1_000, until !== null);
  if (until !== null && until <= now) return null;
  const left = until === null ? t('duration.forever') : countdownText(until - now);
  return (
    <span className="badge badge-muted" title={t('badge.muted', { left })}>
      <VolumeX aria-hidden="true" />
      <span className="unseen">{t('badge.mutedWord')}</span>
      {left}
    </span>
  );
};

export const PersonMarks = ({ person, muted }: { readonly person: Person; readonly muted: MutedUntil }) => (
  <>
    <RoleBadge role={person.role} />
    {muted === undefined ? null : <MutedMark until={muted} />}
  </>
);
