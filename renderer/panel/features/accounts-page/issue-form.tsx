import { Checkbox } from '@base-ui/react/checkbox';
import { Switch } from '@base-ui/react/switch';
import { Check, LoaderCircle } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { CallOutput } from '../../../../main/contract/calls.ts';
import type { Account } from '../../../../main/contract/models/account.ts';
import { type PassRight, passRights } from '../../../../main/contract/models/pass.ts';
import { durationText, useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { ErrorNote } from './error-note.tsx';
import { Field, TextField } from './field.tsx';
import {
  type Problems,
  passphraseProblem,
  problemsOf,
  readRooms,
  textsOf,
  userIdProblem,
} from './read-fields.ts';
import { SecretField } from './secret-field.tsx';
import { useFirstWrong } from './use-first-wrong.ts';
import { useTask } from './use-task.ts';

const lengths = [4 * 3_600, 12 * 3_600, 86_400, 7 * 86_400, 30 * 86_400] as const;

/** A pass of a usual evening; banning and muting a whole room are given on purpose. */
const usualRights: readonly PassRight[] = ['say', 'mute', 'recall'];

const Box = (props: {
  readonly text: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) => {
  const id = useId();
  return (
    <span className="box-line">
      <Checkbox.Root
        className="box"
        aria-labelledby={id}
        checked={props.checked}
        onCheckedChange={(checked) => props.onChange(checked)}
      >
        <Checkbox.Indicator className="box-sign">
          <Check aria-hidden="true" />
        </Checkbox.Indicator>
      </Checkbox.Root>
      <bdi id={id}>{props.text}</bdi>
    </span>
  );
};

/** Some out of a few, all in sight. */
const Boxes = <V extends string>(props: {
  readonly label: string;
  readonly choices: readonly { readonly value: V; readonly text: string }[];
  readonly chosen: readonly V[];
  readonly onChange: (chosen: readonly V[]) => void;
}) => (
  <fieldset className="boxes">
    <legend>{props.label}</legend>
    <div className="boxes-list">
      {props.choices.map(({ value, text }) => (
        <Box
          key={value}
          text={text}
          checked={props.chosen.includes(value)}
          onChange={(checked) => {
            const others = props.chosen.filter((one) => one !== value);
            props.onChange(checked ? [...others, value] : others);
          }}
        />
      ))}
    </div>
  </fieldset>
);

/** The choices of a pass that are not typed. */
const useChoices = (rooms: readonly string[]) => {
  const [chosen, setChosen] = useState<readonly string[]>(rooms.slice(0, 1));
  const [may, setMay] = useState<readonly PassRight[]>(usualRights);
  const [seconds, setSeconds] = useState<number>(lengths[1]);
  const [makeAdmin, setMakeAdmin] = useState(true);
  return { chosen, setChosen, may, setMay, seconds, setSeconds, makeAdmin, setMakeAdmin };
};

/** Issues a pass: for whom, for which rooms, what for, how long, and behind which passphrase. */
export const IssueForm = (props: {
  readonly account: Account;
  readonly onCancel: () => void;
  readonly onIssued: (pass: CallOutput<'pass:issue'>) => void;
}) => {
  const { t } = useText();
  const { bridge } = usePanel();
  const { account } = props;
  const open = Object.values(useTopic('rooms') ?? {}).filter((room) => room.accountId === account.id);
  const choices = useChoices(open.map((room) => room.roomId));
  const { may, seconds, makeAdmin } = choices;
  const passphrase = useRef<HTMLInputElement>(null);
  const adminId = useId();
  const [problems, setProblems] = useState<Problems>({});
  const form = useFirstWrong(problems);
  const task = useTask();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = textsOf(event.currentTarget);
    const userId = (fields.holder ?? '').trim();
    const rooms = readRooms(choices.chosen, fields.rooms ?? '');
    const secret = passphrase.current?.value ?? '';
    const found = {
      ...problemsOf({
        holder: userIdProblem(userId, true),
        passphrase: passphraseProblem(secret),
      }),
      ...(rooms.ok ? {} : rooms.problems),
    };
    setProblems(found);
    if (!rooms.ok || Object.keys(found).length > 0) return;
    const issued = await task.run(() =>
      bridge.call('pass:issue', {
        accountId: account.id,
        userId,
        nick: (fields.holderNick ?? '').trim(),
        rooms: [...rooms.value],
        may: [...may],
        expiresInSeconds: seconds,
        passphrase: secret,
        makeAdmin,
      }),
    );
    if (issued !== undefined) props.onIssued(issued);
  };

  return (
    <form ref={form} className="form issue-form" noValidate onSubmit={(event) => void submit(event)}>
      <div className="form-pair">
        <TextField
          name="holder"
          label={t('accounts.userId')}
          hint={t('pass.userHint')}
          problem={problems.holder}
        />
        <TextField name="holderNick" label={t('accounts.nick')} optional maxLength={100} />
      </div>
      {open.length === 0 ? null : (
        <Boxes
          label={t('pass.rooms')}
          choices={open.map(({ roomId, name }) => ({ value: roomId, text: name }))}
          chosen={choices.chosen}
          onChange={choices.setChosen}
        />
      )}
      <Field
        label={t(open.length === 0 ? 'pass.rooms' : 'pass.roomsOther')}
        hint={t('pass.roomsHint')}
        problem={problems.rooms}
      >
        {(ids) => (
          <textarea {...ids} className="field" name="rooms" rows={2} maxLength={1_200} spellCheck={false} />
        )}
      </Field>
      <Boxes
        label={t('pass.may')}
        choices={passRights.map((value) => ({ value, text: t(`pass.right.${value}`) }))}
        chosen={may}
        onChange={choices.setMay}
      />
      <div className="form-field">
        <span className="form-label">{t('pass.length')}</span>
        <Segments
          label={t('pass.length')}
          value={String(seconds)}
          choices={lengths.map((value) => ({ value: String(value), text: durationText(value, t) }))}
          onChoose={(value) => choices.setSeconds(Number(value))}
        />
      </div>
      <div className="switch-line">
        <Switch.Root
          className="switch"
          aria-labelledby={adminId}
          checked={makeAdmin}
          onCheckedChange={choices.setMakeAdmin}
        >
          <Switch.Thumb />
        </Switch.Root>
        <span>
          <span id={adminId}>{t('pass.makeAdmin')}</span>
          <span className="form-words">{t('pass.makeAdminHint')}</span>
        </span>
      </div>
      <SecretField
        field={passphrase}
        label={t('pass.passphrase')}
        hint={t('pass.passphraseHint')}
        problem={problems.passphrase}
      />
      <ErrorNote error={task.error} />
      <div className="form-end">
        <button type="button" className="btn quiet" onClick={props.onCancel}>
          {t('common.cancel')}
        </button>
        <button type="submit" className="btn primary" disabled={task.busy}>
          {task.busy ? <LoaderCircle className="spin" aria-hidden="true" /> : null}
          {t(task.busy ? 'pass.issuing' : 'pass.issue')}
        </button>
      </div>
    </form>
  );
};
