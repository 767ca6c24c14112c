import { Popover } from '@base-ui/react/popover';
import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import { groupNames } from '../../../../main/contract/models/starter-names.ts';
import type { RuleGroup } from '../../../../main/contract/models/word-rule.ts';
import { useText } from '../../i18n/index.ts';
import { Check } from './fields.tsx';
import { useAsk } from './use-ask.ts';

/** Names a group, makes it the strict one, or takes it away. */
export const GroupForm = (props: {
  readonly group: RuleGroup | undefined;
  readonly rules: number;
  readonly onGone: () => void;
  readonly children: ReactElement;
}) => {
  const { t, local } = useText();
  const ask = useAsk();
  const { group } = props;
  const shown = group === undefined ? '' : local(groupNames(group));
  const [open, setOpen] = useState(false);
  const [strict, setStrict] = useState(group?.strict ?? false);
  const name = useRef<HTMLInputElement>(null);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const typed = name.current?.value.trim() ?? '';
    if (typed === '') return name.current?.focus();
    // Left as it is, a bundled list's name goes on following the language.
    const named = group !== undefined && typed === shown ? group.name : typed;
    // A strict group waits for a panic; otherwise it would act all the time.
    const on = group?.on ?? !strict;
    const saved = await ask('words:save-group', { group: { ...group, name: named, strict, on } });
    if (saved !== undefined) setOpen(false);
  };

  const drop = async (withRules: boolean) => {
    if (group === undefined) return;
    const answer = await ask('words:remove-group', { groupId: group.id, withRules });
    if (answer === undefined) return;
    setOpen(false);
    props.onGone();
  };

  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        setStrict(group?.strict ?? false);
        setOpen(next);
      }}
    >
      <Popover.Trigger render={props.children} />
      <Popover.Portal>
        <Popover.Positioner className="layer" sideOffset={4} align="start">
          <Popover.Popup className="popup form" initialFocus={name}>
            <form className="group-form" onSubmit={(event) => void save(event)}>
              <Popover.Title>{group === undefined ? t('words.newGroup') : shown}</Popover.Title>
              <input
                ref={name}
                className="field"
                aria-label={t('words.groupName')}
                placeholder={t('words.groupName')}
                maxLength={100}
                defaultValue={shown}
              />
              <Check name={t('words.strict')} on={strict} onChange={setStrict} />
              <p className="words-hint">{t('words.strictHint')}</p>
              <div className="form-buttons">
                <Popover.Close className="btn quiet">{t('common.cancel')}</Popover.Close>
                <button type="submit" className="btn primary">
                  {t('words.saveGroup')}
                </button>
              </div>
            </form>
            {group === undefined ? null : (
              <div className="group-drop">
                <button type="button" className="btn small danger" onClick={() => void drop(false)}>
                  {t('words.dropGroup')}
                </button>
                {props.rules === 0 ? null : (
                  <button type="button" className="btn small danger" onClick={() => void drop(true)}>
                    {t('words.dropAll', { count: props.rules })}
                  </button>
                )}
              </div>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
};
