import { Popover } from '@base-ui/react/popover';
import { Bookmark, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import {
  type FeedFilter,
  type NamedFilter,
  namedFilterSchema,
} from '../../../../main/contract/models/deck.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { type ColumnId, withNamedFilter, withoutNamedFilter } from '../deck/index.ts';
import { isFiltering } from '../feed/index.ts';

const Saved = (props: { readonly named: NamedFilter; readonly onUse: () => void }) => {
  const { t } = useText();
  const { columns } = usePanel();
  const { name } = props.named;
  return (
    <li className="saved-filter">
      <button type="button" className="menu-item" onClick={props.onUse}>
        <Bookmark aria-hidden="true" />
        <bdi>{name}</bdi>
      </button>
      <button
        type="button"
        className="icon-btn small"
        aria-label={t('filter.forget', { name })}
        onClick={() => columns.change(withoutNamedFilter(name))}
      >
        <Trash2 aria-hidden="true" />
      </button>
    </li>
  );
};

/** Filters that were kept under a name: to use here, to add this one to, to forget. */
export const SavedFilters = (props: { readonly columnId: ColumnId; readonly filter: FeedFilter }) => {
  const { t } = useText();
  const { deck, columns } = usePanel();
  const [open, setOpen] = useState(false);
  const saved = useStore(deck, (state) => state.layout.filters);
  const keep = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const named = namedFilterSchema.safeParse({
      name: new FormData(event.currentTarget).get('name'),
      filter: props.filter,
    });
    if (!named.success) return;
    columns.change(withNamedFilter(named.data));
    setOpen(false);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="icon-btn small" aria-label={t('filter.saved')} title={t('filter.saved')}>
        <Bookmark aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="layer" sideOffset={4} align="end">
          <Popover.Popup className="popup form">
            <Popover.Title>{t('filter.saved')}</Popover.Title>
            {saved.length === 0 ? (
              <Popover.Description>{t('filter.noneSaved')}</Popover.Description>
            ) : (
              <ul className="saved-filters">
                {saved.map((named) => (
                  <Saved
                    key={named.name}
                    named={named}
                    onUse={() => {
                      columns.setFilter(props.columnId, named.filter);
                      setOpen(false);
                    }}
                  />
                ))}
              </ul>
            )}
            {isFiltering(props.filter) ? (
              <form className="opener-form" onSubmit={keep}>
                <input
                  className="field"
                  name="name"
                  required
                  maxLength={40}
                  aria-label={t('filter.name')}
                  placeholder={t('filter.name')}
                  autoComplete="off"
                />
                <button type="submit" className="btn">
                  {t('filter.keep')}
                </button>
              </form>
            ) : null}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
};
