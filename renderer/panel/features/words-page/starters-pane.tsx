import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../../main/contract/calls.ts';
import { useText } from '../../i18n/index.ts';
import { useTopic } from '../../panel-context.tsx';
import { useAsk } from './use-ask.ts';

type Starter = CallOutput<'words:starters'>['lists'][number];

const StarterRow = (props: { readonly list: Starter; readonly onAdd: () => void }) => {
  const { t, local } = useText();
  const { list } = props;
  const name = local(list.name);
  return (
    <li className="starter">
      <span className="starter-words">
        <strong>{name}</strong>
        <span className="words-hint">{t('words.count', { count: list.rules })}</span>
      </span>
      {list.added ? (
        <span className="starter-there">
          <Check aria-hidden="true" />
          {t('words.starterThere')}
        </span>
      ) : null}
      <button
        type="button"
        className="btn small"
        aria-label={t(list.added ? 'words.restoreThis' : 'words.addThis', { name })}
        onClick={props.onAdd}
      >
        {t(list.added ? 'words.restoreStarter' : 'words.addStarter')}
      </button>
    </li>
  );
};

/** The lists that come with the product. */
export const StartersPane = (props: { readonly onAdded: (groupId: string) => void }) => {
  const { t } = useText();
  const ask = useAsk();
  const revision = useTopic('words')?.revision ?? -1;
  const [lists, setLists] = useState<readonly Starter[]>([]);
  useEffect(() => {
    let wanted = revision >= -1;
    void ask('words:starters', {}).then((answer) => {
      if (wanted && answer !== undefined) setLists(answer.lists);
    });
    return () => {
      wanted = false;
    };
  }, [ask, revision]);
  const add = async (id: string) => {
    const answer = await ask('words:add-starter', { id });
    if (answer !== undefined) props.onAdded(answer.group.id);
  };
  return (
    <>
      <p className="words-hint">{t('words.startersText')}</p>
      <ul className="starters">
        {lists.map((list) => (
          <StarterRow key={list.id} list={list} onAdd={() => void add(list.id)} />
        ))}
      </ul>
    </>
  );
};
