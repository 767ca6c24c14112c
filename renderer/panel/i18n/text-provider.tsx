import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError, Language, Localized } from '../../../main/contract/app-error.ts';
import type { Translate } from './message-types.ts';

export type Text = {
  readonly t: Translate;
  readonly language: Language;
  /** Picks this language out of a text that the host wrote in both. */
  readonly local: (text: Localized) => string;
  /** What happened and what to do about it, as running text. */
  readonly told: (problem: Pick<AppError, 'text' | 'remedy'>) => string;
  readonly number: (value: number) => string;
};

/** How many made messages are kept: those without values, and those with nothing but a count. */
const KEPT = 2_000;

type AnyTranslate = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** Counted words such as "+12 likes" are drawn again and again; making one takes longer than drawing it. */
const remembered = (translate: Translate): Translate => {
  const make = translate as unknown as AnyTranslate;
  const made = new Map<string, string>();
  const remember: AnyTranslate = (key, values) => {
    const names = values === undefined ? [] : Object.keys(values);
    if (names.length > 1 || (names.length === 1 && names[0] !== 'count')) return make(key, values);
    const name = `${key} ${String(values?.count ?? '')}`;
    const known = made.get(name);
    if (known !== undefined) return known;
    if (made.size >= KEPT) made.clear();
    const fresh = make(key, values);
    made.set(name, fresh);
    return fresh;
  };
  return remember as unknown as Translate;
};

const TextContext = createContext<Text | undefined>(undefined);

/** Listens to the language once for all: a feed in a storm draws thousands of words a second. */
export const TextProvider = ({ children }: { readonly children: ReactNode }) => {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
  const text = useMemo<Text>(() => {
    const format = new Intl.NumberFormat(language);
    return {
      t: remembered(t as unknown as Translate),
      language,
      local: (words) => words[language],
      told: ({ text: what, remedy }) =>
        remedy === undefined
          ? what[language]
          : [what[language], remedy[language]].join(language === 'en' ? ' ' : ''),
      number: (value) => format.format(value),
    };
  }, [t, language]);
  return <TextContext value={text}>{children}</TextContext>;
};

export const useText = (): Text => {
  const text = useContext(TextContext);
  if (text === undefined) throw new Error('A component of the panel was drawn outside of its texts.');
  return text;
};
