import type { Ref } from 'react';
import { groupNames } from '../../../../main/contract/models/starter-names.ts';
import { ruleLevels } from '../../../../main/contract/models/word-rule.ts';
import { useText } from '../../i18n/index.ts';
import { useTopic } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { LinesField, Part, Select, SwitchLine } from './fields.tsx';
import type { DraftProps } from './reach-fields.tsx';

/** The word itself, and the ways it is written. */
export const TextFields = (props: DraftProps & { readonly field: Ref<HTMLInputElement> }) => {
  const { t } = useText();
  const { draft, onChange } = props;
  const word = draft.kind === 'word';
  const name = word ? t('words.word') : t('words.patternText');
  return (
    <>
      <Segments
        label={t('words.kind')}
        value={draft.kind}
        choices={[
          { value: 'word', text: t('words.kindWord') },
          { value: 'pattern', text: t('words.kindPattern') },
        ]}
        onChoose={(kind) => onChange(kind === 'word' ? { kind } : { kind, also: [] })}
      />
      <Part name={name} hint={word ? undefined : t('words.patternHint')}>
        <input
          ref={props.field}
          className={word ? 'field' : 'field words-mono'}
          aria-label={name}
          spellCheck={false}
          autoComplete="off"
          value={draft.text}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
      </Part>
      {word ? (
        <LinesField
          name={t('words.also')}
          hint={t('words.alsoHint')}
          lines={draft.also}
          onChange={(also) => onChange({ also })}
        />
      ) : null}
    </>
  );
};

/** What a rule does and where it looks. */
export const DeedFields = ({ draft, onChange }: DraftProps) => {
  const { t } = useText();
  return (
    <>
      <Part name={t('words.level')} hint={t(`words.${draft.level}Hint`)}>
        <Segments
          label={t('words.level')}
          value={draft.level}
          choices={ruleLevels.map((value) => ({ value, text: t(`words.level.${value}`) }))}
          onChoose={(level) => onChange({ level })}
        />
      </Part>
      <Part name={t('words.where')}>
        <Segments
          label={t('words.where')}
          value={draft.where}
          choices={[
            { value: 'text', text: t('words.whereText') },
            { value: 'nick', text: t('words.whereNick') },
            { value: 'both', text: t('words.whereBoth') },
          ]}
          onChoose={(where) => onChange({ where })}
        />
      </Part>
      {draft.kind === 'word' ? (
        <SwitchLine
          name={t('words.anywhere')}
          hint={t('words.anywhereHint')}
          on={draft.anywhere}
          onChange={(anywhere) => onChange({ anywhere })}
        />
      ) : (
        <SwitchLine
          name={t('words.squeeze')}
          on={draft.squeeze}
          onChange={(squeeze) => onChange({ squeeze })}
        />
      )}
    </>
  );
};

/** A choice of group; `null` is none. */
export const GroupSelect = (props: {
  readonly groupId: string | null;
  readonly onChoose: (groupId: string | null) => void;
}) => {
  const { t, local } = useText();
  const groups = useTopic('words')?.groups ?? [];
  return (
    <Part name={t('words.group')}>
      <Select
        label={t('words.group')}
        value={props.groupId ?? ''}
        choices={[
          { value: '', text: t('words.noGroup') },
          ...groups.map((group) => ({ value: group.id, text: local(groupNames(group)) })),
        ]}
        onChoose={(value) => props.onChoose(value === '' ? null : value)}
      />
    </Part>
  );
};
