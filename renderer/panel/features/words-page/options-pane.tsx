import { useState } from 'react';
import { defaultSettings } from '../../../../main/contract/models/settings.ts';
import { defaultWordSettings, type WordSettings } from '../../../../main/contract/models/word-rule.ts';
import { durationText, useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { LinesField, Part, SwitchLine } from './fields.tsx';
import { RolesField } from './reach-fields.tsx';
import { type DraftTrouble, newDraft, testTrouble } from './rule-draft.ts';
import { TroubleNote } from './rule-form.tsx';
import { useAsk } from './use-ask.ts';

const waits = [30, 60, 120, 300] as const;
const LEAST_WAIT = 5;
const MOST_WAIT = 86_400;
const gaps = [0, 1, 2, 3, 4, 5, 6] as const;

/** How long a held comment waits, and what becomes of it then. */
const HeldOptions = () => {
  const { t } = useText();
  const { settings: control } = usePanel();
  const settings = useTopic('settings') ?? defaultSettings;
  const { heldTimeout, heldTimeoutSeconds } = settings;
  const chosen = waits.find((seconds) => seconds === heldTimeoutSeconds);
  const keeps = heldTimeout === 'keep';
  return (
    <section aria-labelledby="words-held">
      <h3 id="words-held">{t('words.heldTitle')}</h3>
      <Part name={t('words.heldAfter')} hint={keeps ? t('words.heldKeepHint') : undefined}>
        <Segments
          label={t('words.heldAfter')}
          value={heldTimeout}
          choices={[
            { value: 'deny', text: t('words.heldDeny') },
            { value: 'approve', text: t('words.heldApprove') },
            { value: 'keep', text: t('words.heldKeep') },
          ]}
          onChoose={(value) => control.change({ heldTimeout: value })}
        />
      </Part>
      {keeps ? null : (
        <Part name={t('words.heldTime')} hint={t('words.heldTimeHint')}>
          <div className="words-line">
            <Segments
              label={t('words.heldTime')}
              value={String(chosen ?? '')}
              choices={waits.map((seconds) => ({ value: String(seconds), text: durationText(seconds, t) }))}
              onChoose={(value) => control.change({ heldTimeoutSeconds: Number(value) })}
            />
            <input
              key={heldTimeoutSeconds}
              className="field words-number"
              type="number"
              min={LEAST_WAIT}
              max={MOST_WAIT}
              aria-label={`${t('words.heldTime')}, ${t('words.seconds')}`}
              defaultValue={heldTimeoutSeconds}
              onBlur={(event) => {
                const typed = Math.round(event.currentTarget.valueAsNumber);
                if (typed >= LEAST_WAIT && typed <= MOST_WAIT && typed !== heldTimeoutSeconds)
                  control.change({ heldTimeoutSeconds: typed });
              }}
            />
            <span className="words-hint">{t('words.seconds')}</span>
          </div>
        </Part>
      )}
    </section>
  );
};

type Change = (patch: Partial<WordSettings>) => void;
type Known = { readonly settings: WordSettings; readonly change: Change };

const MatchingOptions = ({ settings, change }: Known) => {
  const { t } = useText();
  return (
    <section aria-labelledby="words-matching" className="words-below">
      <h3 id="words-matching">{t('words.matching')}</h3>
      <Part name={t('words.maxGap')} hint={t('words.maxGapHint')}>
        <Segments
          tight
          label={t('words.maxGap')}
          value={String(settings.maxGap)}
          choices={gaps.map((gap) => ({ value: String(gap), text: String(gap) }))}
          onChoose={(value) => change({ maxGap: Number(value) })}
        />
      </Part>
      <SwitchLine
        name={t('words.pinyin')}
        hint={t('words.pinyinHint')}
        on={settings.pinyin}
        onChange={(pinyin) => change({ pinyin })}
      />
      <SwitchLine
        name={t('words.split')}
        hint={t('words.splitHint')}
        on={settings.splitCharacters}
        onChange={(splitCharacters) => change({ splitCharacters })}
      />
    </section>
  );
};

const userTrouble = (userIds: readonly string[]): DraftTrouble | undefined => {
  const probe = { ...newDraft(null), text: '-' };
  return testTrouble({ ...probe, except: { ...probe.except, userIds: [...userIds] } });
};

/** Words and people that every rule leaves alone. */
const EveryRuleOptions = ({ settings, change }: Known) => {
  const { t } = useText();
  // Absent until somebody types: then what others change meanwhile does not take it away.
  const [typedAllow, setAllow] = useState<string[] | undefined>(undefined);
  const [typedUsers, setUsers] = useState<string[] | undefined>(undefined);
  const allow = typedAllow ?? settings.allow;
  const users = typedUsers ?? settings.trustedUserIds;
  const trouble = userTrouble(users);
  const typed = typedAllow !== undefined || typedUsers !== undefined;
  const save = () => {
    change({ allow, trustedUserIds: users });
    setAllow(undefined);
    setUsers(undefined);
  };
  return (
    <section aria-labelledby="words-every" className="words-below">
      <h3 id="words-every">{t('words.everyRule')}</h3>
      <LinesField name={t('words.allow')} hint={t('words.onePerLine')} lines={allow} onChange={setAllow} />
      <LinesField name={t('words.trusted')} hint={t('words.onePerLine')} lines={users} onChange={setUsers} />
      {trouble === undefined ? null : (
        <p className="words-error">
          <TroubleNote trouble={trouble} />
        </p>
      )}
      <div className="words-line options-save">
        <button type="button" className="btn" disabled={!typed || trouble !== undefined} onClick={save}>
          {t('words.saveOptions')}
        </button>
      </div>
      <RolesField
        name={t('words.trustedRoles')}
        chosen={settings.trustedRoles}
        onChange={(trustedRoles) => change({ trustedRoles })}
      />
    </section>
  );
};

/** What holds for all rules together, and for the comments that wait. */
export const OptionsPane = () => {
  const ask = useAsk();
  const words = useTopic('words');
  const settings = words?.settings ?? defaultWordSettings;
  const change: Change = (patch) => void ask('words:set-settings', { patch });
  return (
    <>
      <HeldOptions />
      <MatchingOptions settings={settings} change={change} />
      <EveryRuleOptions settings={settings} change={change} />
    </>
  );
};
