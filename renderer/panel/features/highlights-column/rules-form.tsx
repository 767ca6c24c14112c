import { Popover } from '@base-ui/react/popover';
import { Switch } from '@base-ui/react/switch';
import { SlidersHorizontal } from 'lucide-react';
import { type FormEvent, useId, useRef } from 'react';
import { useStore } from 'zustand';
import {
  HIGHLIGHT_WORD_LENGTH,
  HIGHLIGHT_WORDS_MAX,
  type HighlightRules,
} from '../../../../main/contract/models/deck.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { withRules } from '../deck/index.ts';

const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\n,，;；]/u)
      .map((word) => word.trim().slice(0, HIGHLIGHT_WORD_LENGTH))
      .filter(Boolean),
  ),
];

const SwitchRow = (props: {
  readonly text: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) => {
  const id = useId();
  return (
    <div className="switch-row">
      <span id={id}>{props.text}</span>
      <Switch.Root
        className="switch"
        aria-labelledby={id}
        checked={props.on}
        onCheckedChange={props.onChange}
      >
        <Switch.Thumb />
      </Switch.Root>
    </div>
  );
};

/** What a column of highlights picks out. */
export const RulesForm = ({ id, rules }: { readonly id: string; readonly rules: HighlightRules }) => {
  const { t } = useText();
  const { deck, columns } = usePanel();
  const open = useStore(deck, (state) => state.rules === id);
  const field = useRef<HTMLTextAreaElement>(null);
  const change = (part: Partial<HighlightRules>) => columns.change(withRules(id, { ...rules, ...part }));
  const words = () => wordsOf(field.current?.value ?? '').slice(0, HIGHLIGHT_WORDS_MAX);
  const keepWords = () => {
    if (field.current !== null && words().join('\n') !== rules.words.join('\n'))
      change({ words: [...words()] });
  };
  const setOpen = (next: boolean) => {
    if (!next) keepWords();
    deck.setState({ rules: next ? id : null });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setOpen(false);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="icon-btn" aria-label={t('highlights.rules')} title={t('highlights.rules')}>
        <SlidersHorizontal aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="layer" sideOffset={4} align="end">
          <Popover.Popup className="popup form" initialFocus={field}>
            <form className="notice-form" onSubmit={submit}>
              <Popover.Title>{t('highlights.rules')}</Popover.Title>
              <Popover.Description>{t('highlights.hint')}</Popover.Description>
              <SwitchRow
                text={t('highlights.mentions')}
                on={rules.mentions}
                onChange={(mentions) => change({ mentions })}
              />
              <SwitchRow
                text={t('highlights.watched')}
                on={rules.watched}
                onChange={(watched) => change({ watched })}
              />
              <textarea
                ref={field}
                className="field"
                rows={5}
                defaultValue={rules.words.join('\n')}
                aria-label={t('highlights.words')}
                placeholder={t('highlights.wordsPlaceholder')}
                spellCheck={false}
              />
              <div className="form-buttons">
                <button type="submit" className="btn primary">
                  {t('highlights.done')}
                </button>
              </div>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
};
