import { roles } from '../../../../main/contract/models/person.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { Check, LinesField, Part } from './fields.tsx';
import { localTime, type RuleDraft } from './rule-draft.ts';

export type DraftProps = {
  readonly draft: RuleDraft;
  readonly onChange: (change: Partial<RuleDraft>) => void;
};

/** Which rooms a rule acts in: all, or some of those that are open. */
export const RoomsField = ({ draft, onChange }: DraftProps) => {
  const { t } = useText();
  const open = useTopic('rooms') ?? {};
  const keys = [...new Set([...Object.keys(open), ...(draft.rooms ?? [])])];
  const chosen = draft.rooms;
  return (
    <Part name={t('words.rooms')}>
      <Segments
        tight
        label={t('words.rooms')}
        value={chosen === null ? 'every' : 'some'}
        choices={[
          { value: 'every', text: t('words.everyRoom') },
          { value: 'some', text: t('words.onlyRooms') },
        ]}
        onChoose={(value) => onChange({ rooms: value === 'every' ? null : (chosen ?? []) })}
      />
      {chosen === null ? null : (
        <div className="words-checks">
          {keys.length === 0 ? <span className="words-hint">{t('words.noRooms')}</span> : null}
          {keys.map((key) => (
            <Check
              key={key}
              name={<bdi>{open[key]?.name ?? key}</bdi>}
              on={chosen.includes(key)}
              onChange={(on) =>
                onChange({ rooms: on ? [...chosen, key] : chosen.filter((one) => one !== key) })
              }
            />
          ))}
        </div>
      )}
    </Part>
  );
};

const HOUR = 3_600_000;
const lives = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR } as const;

/** When a rule ends by itself. */
export const ExpiryField = ({ draft, onChange }: DraftProps) => {
  const { t } = useText();
  const { clock } = usePanel();
  const quick = [
    { value: 'hour', text: t('duration.hours', { n: 1 }) },
    { value: 'day', text: t('duration.days', { count: 1 }) },
    { value: 'week', text: t('duration.days', { count: 7 }) },
  ] as const;
  return (
    <Part name={t('words.expiry')}>
      <div className="words-line">
        <Segments<'never' | 'at' | keyof typeof lives>
          tight
          label={t('words.expiry')}
          value={draft.expiresAt === null ? 'never' : 'at'}
          choices={[
            { value: 'never', text: t('words.never') },
            ...quick,
            { value: 'at', text: t('words.at') },
          ]}
          onChoose={(value) => {
            if (value === 'never') onChange({ expiresAt: null });
            else onChange({ expiresAt: clock.now() + lives[value === 'at' ? 'day' : value] });
          }}
        />
        {draft.expiresAt === null ? null : (
          <input
            className="field words-when"
            type="datetime-local"
            aria-label={t('words.expiryAt')}
            value={localTime(draft.expiresAt)}
            onChange={(event) => {
              const at = new Date(event.currentTarget.value).getTime();
              if (!Number.isNaN(at)) onChange({ expiresAt: at });
            }}
          />
        )}
      </div>
    </Part>
  );
};

/** Roles that rules leave alone. */
export const RolesField = (props: {
  readonly name: string;
  readonly chosen: RuleDraft['except']['roles'];
  readonly onChange: (roles: RuleDraft['except']['roles']) => void;
}) => {
  const { t } = useText();
  const names = { vj: t('words.roleVj'), admin: t('words.roleAdmin'), member: t('words.roleMember') };
  return (
    <Part name={props.name}>
      <div className="words-checks">
        {roles.map((role) => (
          <Check
            key={role}
            name={names[role]}
            on={props.chosen.includes(role)}
            onChange={(on) =>
              props.onChange(on ? [...props.chosen, role] : props.chosen.filter((one) => one !== role))
            }
          />
        ))}
      </div>
    </Part>
  );
};

/** What a rule leaves alone: harmless words, people, roles. */
export const ExceptFields = ({ draft, onChange }: DraftProps) => {
  const { t } = useText();
  const { except } = draft;
  const put = (change: Partial<RuleDraft['except']>) => onChange({ except: { ...except, ...change } });
  return (
    <>
      <LinesField
        name={t('words.exceptWords')}
        hint={t('words.onePerLine')}
        lines={except.words}
        onChange={(words) => put({ words })}
      />
      <LinesField
        name={t('words.exceptUsers')}
        hint={t('words.onePerLine')}
        lines={except.userIds}
        onChange={(userIds) => put({ userIds })}
      />
      <RolesField
        name={t('words.exceptRoles')}
        chosen={except.roles}
        onChange={(chosen) => put({ roles: chosen })}
      />
    </>
  );
};
