import { useStore } from 'zustand';
import { actionStatuses, actionTypes } from '../../../../main/contract/models/action.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { type JournalAsk, noAsk } from '../journal/index.ts';

const spans = ['any', '1', '7', '30'] as const;
const statuses = [...actionStatuses, 'undone'] as const;

type Choice = { readonly value: string; readonly text: string };

const Pick = (props: {
  readonly field: 'actor' | 'type' | 'roomKey' | 'status';
  readonly label: string;
  readonly any: string;
  readonly choices: readonly Choice[];
}) => {
  const { lookUp } = usePanel();
  const value = useStore(lookUp.state, ({ ask }) => ask[props.field]);
  return (
    <select
      className="field"
      aria-label={props.label}
      value={value}
      onChange={(event) => lookUp.ask({ [props.field]: event.currentTarget.value })}
    >
      <option value="">{props.any}</option>
      {props.choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.text}
        </option>
      ))}
    </select>
  );
};

const Words = ({ field, label }: { readonly field: 'whom' | 'text'; readonly label: string }) => {
  const { lookUp } = usePanel();
  const value = useStore(lookUp.state, ({ ask }) => ask[field]);
  return (
    <input
      className="field"
      type="text"
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => lookUp.ask({ [field]: event.currentTarget.value })}
    />
  );
};

const isAsking = (ask: JournalAsk): boolean =>
  Object.values(ask).some((part) => part !== '' && part !== null);

/** Who, what, to whom, where, how it went, when, and words in it. */
export const JournalFields = () => {
  const { t } = useText();
  const { lookUp } = usePanel();
  const { ask, names } = useStore(lookUp.state);
  return (
    <search className="journal-fields">
      <Pick
        field="actor"
        label={t('journal.filterWho')}
        any={t('journal.anybody')}
        choices={names.actors.map((actor) => ({ value: actor, text: actor }))}
      />
      <Pick
        field="type"
        label={t('journal.filterWhat')}
        any={t('journal.anything')}
        choices={actionTypes.map((type) => ({ value: type, text: t(`journal.type.${type}`) }))}
      />
      <Words field="whom" label={t('journal.filterWhom')} />
      <Pick
        field="roomKey"
        label={t('journal.filterWhere')}
        any={t('journal.anywhere')}
        choices={names.rooms.map(({ roomKey, name }) => ({ value: roomKey, text: name }))}
      />
      <Pick
        field="status"
        label={t('journal.filterState')}
        any={t('journal.anyOutcome')}
        choices={statuses.map((status) => ({ value: status, text: t(`journal.${status}`) }))}
      />
      <Words field="text" label={t('journal.filterText')} />
      <Segments
        label={t('journal.filterTime')}
        value={ask.days === null ? 'any' : String(ask.days)}
        choices={spans.map((value) => ({
          value,
          text: value === 'any' ? t('search.anyTime') : t('duration.days', { count: Number(value) }),
        }))}
        onChoose={(value) => lookUp.ask({ days: value === 'any' ? null : Number(value) })}
      />
      <button
        type="button"
        className="btn small quiet"
        disabled={!isAsking(ask)}
        onClick={() => lookUp.ask(noAsk)}
      >
        {t('journal.clear')}
      </button>
    </search>
  );
};
