import { Plus, X } from 'lucide-react';
import { MUTE_FOREVER_SECONDS } from '../../../../main/contract/models/action.ts';
import { defaultLadder, type Ladder, type LadderStep } from '../../../../main/contract/models/word-rule.ts';
import { durationText, useText } from '../../i18n/index.ts';
import { Select, SwitchLine } from './fields.tsx';

const times = [60, 600, 3_600, 86_400, 7 * 86_400, MUTE_FOREVER_SECONDS] as const;
const memories = [3_600, 86_400, 7 * 86_400, 30 * 86_400] as const;
const MOST_STEPS = 10;

const TimeSelect = (props: {
  readonly label: string;
  readonly seconds: number;
  readonly choices: readonly number[];
  readonly onChoose: (seconds: number) => void;
}) => {
  const { t } = useText();
  const choices = [...new Set([...props.choices, props.seconds])].sort((a, b) => a - b);
  return (
    <Select
      label={props.label}
      value={String(props.seconds)}
      choices={choices.map((choice) => ({ value: String(choice), text: durationText(choice, t) }))}
      onChoose={(value) => props.onChoose(Number(value))}
    />
  );
};

const withKind = (step: LadderStep, kind: LadderStep['do']): LadderStep => {
  if (kind === 'hide') return { do: kind, atStrike: step.atStrike };
  return { do: kind, atStrike: step.atStrike, seconds: step.do === 'hide' ? 600 : step.seconds };
};

const StepRow = (props: {
  readonly n: number;
  readonly step: LadderStep;
  readonly onChange: (step: LadderStep) => void;
  readonly onDrop: (() => void) | undefined;
}) => {
  const { t } = useText();
  const { step, n } = props;
  const name = t('words.step', { n });
  return (
    <li className="ladder-step">
      <span>{t('words.strike')}</span>
      <input
        className="field"
        type="number"
        min={1}
        max={1000}
        aria-label={`${name}: ${t('words.strike')}`}
        value={Number.isNaN(step.atStrike) ? '' : step.atStrike}
        onChange={(event) => props.onChange({ ...step, atStrike: event.currentTarget.valueAsNumber })}
      />
      <Select
        label={`${name}: ${t('words.stepDo')}`}
        value={step.do}
        choices={(['hide', 'mute', 'ban'] as const).map((value) => ({ value, text: t(`words.do.${value}`) }))}
        onChoose={(kind) => props.onChange(withKind(step, kind))}
      />
      {step.do === 'hide' ? (
        <span />
      ) : (
        <TimeSelect
          label={`${name}: ${t('words.for')}`}
          seconds={step.seconds}
          choices={times}
          onChoose={(seconds) => props.onChange({ ...step, seconds })}
        />
      )}
      {props.onDrop === undefined ? null : (
        <button
          type="button"
          className="icon-btn small"
          aria-label={t('words.dropStep', { n })}
          onClick={props.onDrop}
        >
          <X aria-hidden="true" />
        </button>
      )}
    </li>
  );
};

/** A step has no name but its place. */
const numbered = (steps: Ladder['steps']) => steps.map((step, index) => ({ n: index + 1, step }));

/** The next step comes one strike after the last and mutes for a day. */
const withStep = (ladder: Ladder): Ladder => {
  const last = Math.max(0, ...ladder.steps.map((step) => step.atStrike || 0));
  const atStrike = Math.min(1000, last + 1);
  return { ...ladder, steps: [...ladder.steps, { do: 'mute', atStrike, seconds: 86_400 }] };
};

/** What a rule does by itself, harder with every strike. */
export const LadderField = (props: {
  readonly ladder: Ladder | null;
  readonly onChange: (ladder: Ladder | null) => void;
}) => {
  const { t } = useText();
  const { ladder, onChange } = props;
  const put = (at: number, step: LadderStep) =>
    ladder !== null &&
    onChange({ ...ladder, steps: ladder.steps.map((one, index) => (index === at ? step : one)) });
  const drop = (at: number) =>
    ladder !== null && onChange({ ...ladder, steps: ladder.steps.filter((_, index) => index !== at) });
  return (
    <div className="ladder">
      <SwitchLine
        name={t('words.ladder')}
        hint={t('words.ladderHint')}
        on={ladder !== null}
        onChange={(on) => onChange(on ? defaultLadder : null)}
      />
      {ladder === null ? null : (
        <>
          <ol>
            {numbered(ladder.steps).map(({ n, step }) => (
              <StepRow
                key={n}
                n={n}
                step={step}
                onChange={(changed) => put(n - 1, changed)}
                onDrop={ladder.steps.length > 1 ? () => drop(n - 1) : undefined}
              />
            ))}
          </ol>
          <div className="ladder-foot">
            <button
              type="button"
              className="btn small quiet"
              disabled={ladder.steps.length >= MOST_STEPS}
              onClick={() => onChange(withStep(ladder))}
            >
              <Plus aria-hidden="true" />
              {t('words.addStep')}
            </button>
            <span className="ladder-memory">
              <span>{t('words.forget')}</span>
              <TimeSelect
                label={t('words.forget')}
                seconds={ladder.forgetAfterSeconds}
                choices={memories}
                onChoose={(forgetAfterSeconds) => onChange({ ...ladder, forgetAfterSeconds })}
              />
            </span>
          </div>
        </>
      )}
    </div>
  );
};
