import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { bytesOf, Field } from '../accounts-page/index.ts';
import {
  type LimitedField,
  type RoomProblem,
  type RoomProblems,
  type RoomTexts,
  roomLimits,
} from './read-room.ts';

export const useProblemText = () => {
  const { t } = useText();
  return (problem: RoomProblem | undefined): string | undefined => {
    if (problem === undefined) return undefined;
    if (problem.what === 'bytes') return t('field.bytes', { limit: problem.limit, used: problem.used });
    return t(`field.${problem.what}`);
  };
};

/** A text of a room with what the service's limit leaves of it. */
const LimitedText = (props: {
  readonly name: LimitedField;
  readonly value: string;
  readonly problem: RoomProblem | undefined;
}) => {
  const { t } = useText();
  const problemText = useProblemText();
  const { name } = props;
  const limit = roomLimits[name];
  const [used, setUsed] = useState(() => bytesOf(props.value));
  const shared = {
    className: 'field',
    name,
    defaultValue: props.value,
    autoComplete: 'off',
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      setUsed(bytesOf(event.currentTarget.value.trim())),
  };
  const over = used > limit ? ({ what: 'bytes', limit, used } as const) : undefined;
  return (
    <Field
      label={t(`rooms.${name}`)}
      optional={name !== 'name'}
      hint={t('rooms.bytes', { used, limit })}
      problemText={problemText(over ?? (props.problem?.what === 'bytes' ? undefined : props.problem))}
    >
      {(ids) =>
        name === 'name' ? <input {...ids} {...shared} /> : <textarea {...ids} {...shared} rows={2} />
      }
    </Field>
  );
};

/** Name, notice and introduction, as they are shown in every room's form. */
export const RoomFields = (props: { readonly before: RoomTexts; readonly problems: RoomProblems }) => (
  <>
    <LimitedText name="name" value={props.before.name} problem={props.problems.name} />
    <LimitedText name="notice" value={props.before.notice} problem={props.problems.notice} />
    <LimitedText
      name="introduction"
      value={props.before.introduction}
      problem={props.problems.introduction}
    />
  </>
);
