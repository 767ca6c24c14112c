import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { Segments } from '../../ui/index.ts';
import { Part } from './fields.tsx';
import type { ImportAnswer, Replace } from './read-list.ts';
import { useAsk } from './use-ask.ts';

const modes = ['none', 'group', 'all'] as const;

/** Whether a list is added to the rules or takes their place, and which rules go then. */
export const ReplaceChoice = (props: {
  readonly replace: Replace;
  readonly goes: ImportAnswer['goes'];
  readonly onChoose: (replace: Replace) => void;
}) => {
  const { t, number } = useText();
  const { replace, goes } = props;
  const more = goes.count - goes.words.length;
  return (
    <>
      <Part name={t('words.mode')} hint={t(`words.modeHint.${replace}`)}>
        <Segments
          tight
          label={t('words.mode')}
          value={replace}
          choices={modes.map((value) => ({ value, text: t(`words.mode.${value}`) }))}
          onChoose={props.onChoose}
        />
      </Part>
      {goes.count === 0 ? null : (
        <details className="import-goes" open>
          <summary>{t('words.goes', { count: goes.count })}</summary>
          <p>
            <bdi>{goes.words.join(' · ')}</bdi>
            {more === 0 ? null : <span> {t('words.goesMore', { n: number(more) })}</span>}
          </p>
        </details>
      )}
    </>
  );
};

/** What a replacement did, with the way back. */
export const Replaced = ({ answer }: { readonly answer: ImportAnswer }) => {
  const { t, number } = useText();
  const ask = useAsk();
  const [restored, setRestored] = useState<number | undefined>(undefined);
  const { undoId, goes, counts } = answer;
  if (undoId === null)
    return (
      <p className="words-note" data-kind="saved">
        {t('words.imported', { count: counts.added })}
      </p>
    );
  const undo = async () => {
    const back = await ask('words:undo-import', { undoId });
    if (back !== undefined) setRestored(back.restored);
  };
  if (restored !== undefined)
    return (
      <p className="words-note" data-kind="saved">
        {t('words.undone', { n: number(restored) })}
      </p>
    );
  return (
    <p className="words-note" data-kind="saved">
      {t('words.replaced', { added: number(counts.added), gone: number(goes.count) })}{' '}
      <button type="button" className="btn small" onClick={() => void undo()}>
        <Undo2 aria-hidden="true" />
        {t('words.undoReplace')}
      </button>
    </p>
  );
};
