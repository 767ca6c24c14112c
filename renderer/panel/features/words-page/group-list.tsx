import { Switch } from '@base-ui/react/switch';
import { Ellipsis, Plus, ShieldAlert } from 'lucide-react';
import { groupNames } from '../../../../main/contract/models/starter-names.ts';
import type { RuleGroup } from '../../../../main/contract/models/word-rule.ts';
import { useText } from '../../i18n/index.ts';
import { useTopic } from '../../panel-context.tsx';
import { GroupForm } from './group-form.tsx';
import { useAsk } from './use-ask.ts';

type GroupId = string | null | undefined;

const Pick = (props: {
  readonly name: string;
  readonly count: number;
  readonly here: boolean;
  readonly strict?: boolean;
  readonly onPick: () => void;
}) => {
  const { t, number } = useText();
  return (
    <button type="button" className="group-pick" aria-pressed={props.here} onClick={props.onPick}>
      <bdi title={props.name}>{props.name}</bdi>
      {props.strict === true ? (
        <span className="group-strict" title={t('words.strictHint')}>
          <ShieldAlert aria-hidden="true" />
          <span className="unseen">{t('words.strict')}</span>
        </span>
      ) : null}
      <span className="group-count">{number(props.count)}</span>
    </button>
  );
};

const GroupRow = (props: {
  readonly group: RuleGroup;
  readonly count: number;
  readonly here: boolean;
  readonly onPick: (groupId: GroupId) => void;
}) => {
  const { t, local } = useText();
  const ask = useAsk();
  const { group } = props;
  const name = local(groupNames(group));
  return (
    <li className="group-row" data-here={props.here} data-on={group.on}>
      <Pick
        name={name}
        count={props.count}
        here={props.here}
        strict={group.strict}
        onPick={() => props.onPick(group.id)}
      />
      <GroupForm group={group} rules={props.count} onGone={() => props.onPick(undefined)}>
        <button type="button" className="icon-btn small" aria-label={t('words.groupOptions', { name })}>
          <Ellipsis aria-hidden="true" />
        </button>
      </GroupForm>
      <Switch.Root
        className="switch"
        aria-label={t('words.groupOn', { name })}
        checked={group.on}
        onCheckedChange={(on) => void ask('words:save-group', { group: { ...group, on } })}
      >
        <Switch.Thumb />
      </Switch.Root>
    </li>
  );
};

/** Groups of rules that go on and off together. */
export const GroupList = (props: {
  readonly picked: GroupId;
  readonly onPick: (groupId: GroupId) => void;
}) => {
  const { t } = useText();
  const words = useTopic('words');
  const counts = words?.groupCounts ?? {};
  return (
    <nav className="group-list" aria-label={t('words.groups')}>
      <h2>{t('words.groups')}</h2>
      <ul>
        <li className="group-row" data-here={props.picked === undefined} data-on="true">
          <Pick
            name={t('words.allRules')}
            count={words?.count ?? 0}
            here={props.picked === undefined}
            onPick={() => props.onPick(undefined)}
          />
        </li>
        {words?.groups.map((group) => (
          <GroupRow
            key={group.id}
            group={group}
            count={counts[group.id] ?? 0}
            here={props.picked === group.id}
            onPick={props.onPick}
          />
        ))}
        <li className="group-row" data-here={props.picked === null} data-on="true">
          <Pick
            name={t('words.noGroup')}
            count={counts[''] ?? 0}
            here={props.picked === null}
            onPick={() => props.onPick(null)}
          />
        </li>
      </ul>
      <GroupForm group={undefined} rules={0} onGone={() => undefined}>
        <button type="button" className="btn small quiet group-add">
          <Plus aria-hidden="true" />
          {t('words.newGroup')}
        </button>
      </GroupForm>
    </nav>
  );
};
