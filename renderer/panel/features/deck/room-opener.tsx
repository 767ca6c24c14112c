import { Popover } from '@base-ui/react/popover';
import { Highlighter, Plus, ScrollText, ShieldQuestion } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { DeckColumnKind } from '../../../../main/contract/models/deck.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { heldIsOpen } from './deck.ts';
import { RoomChoice } from './room-choice.tsx';

type OwnKind = Exclude<DeckColumnKind, 'room'>;

const signs: Readonly<Record<OwnKind, ReactNode>> = {
  highlights: <Highlighter aria-hidden="true" />,
  held: <ShieldQuestion aria-hidden="true" />,
  journal: <ScrollText aria-hidden="true" />,
};

/** Columns that are no rooms. */
const OwnColumns = ({ done }: { readonly done: () => void }) => {
  const { t } = useText();
  const { deck, columns } = usePanel();
  const heldOpen = useStore(deck, heldIsOpen);
  const kinds: readonly OwnKind[] = heldOpen ? ['highlights', 'journal'] : ['highlights', 'held', 'journal'];
  return (
    <ul className="opener-list">
      {kinds.map((kind) => (
        <li key={kind}>
          <button
            type="button"
            className="menu-item"
            onClick={() => {
              done();
              columns.add(kind);
            }}
          >
            {signs[kind]}
            <span>
              {t(`column.${kind}`)}
              <span className="opener-what">{t(`column.${kind}What`)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};

/** Puts a further column on the deck: a room of any account, or one that looks over all rooms. */
export const RoomOpener = ({ withWords = false }: { readonly withWords?: boolean }) => {
  const { t } = useText();
  const { deck } = usePanel();
  const [here, setHere] = useState(false);
  const asked = useStore(deck, (state) => state.adding);
  const accounts = Object.keys(useTopic('accounts') ?? {});
  if (accounts.length === 0) return null;
  // The one of the rail also answers to the key.
  const open = withWords ? here : asked;
  const setOpen = (next: boolean) => (withWords ? setHere(next) : deck.setState({ adding: next }));
  const title = withWords ? t('opener.title') : t('column.add');
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={withWords ? 'btn' : 'icon-btn'} aria-label={title} title={title}>
        <Plus aria-hidden="true" />
        {withWords ? title : null}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner
          className="layer"
          sideOffset={6}
          side={withWords ? 'bottom' : 'right'}
          align="start"
        >
          <Popover.Popup className="popup form">
            <Popover.Title>{title}</Popover.Title>
            {withWords ? null : <OwnColumns done={() => setOpen(false)} />}
            <RoomChoice done={() => setOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
};
