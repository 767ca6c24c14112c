import { Search as Glass, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { isolatedText } from '../feed/index.ts';
import { SEARCH_FIELD } from './search.ts';

const spans = ['any', '1', '7', '30'] as const;

const RoomChoice = () => {
  const { t } = useText();
  const { search } = usePanel();
  const roomKey = useStore(search.state, (state) => state.roomKey);
  const rooms = Object.values(useTopic('rooms') ?? {});
  return (
    <select
      className="field search-room"
      aria-label={t('search.room')}
      value={roomKey ?? ''}
      onChange={(event) => search.ask({ roomKey: event.currentTarget.value || null })}
    >
      <option value="">{t('search.allRooms')}</option>
      {rooms.map((room) => (
        <option key={room.key} value={room.key}>
          {room.name}
        </option>
      ))}
    </select>
  );
};

/** What to look for, where, and how far back. */
export const SearchFields = ({ toResults }: { readonly toResults: () => void }) => {
  const { t } = useText();
  const { search } = usePanel();
  const { text, days, person } = useStore(search.state);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !['Enter', 'ArrowDown', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    toResults();
  };
  return (
    <search className="search-fields">
      <span className="search-box">
        <Glass aria-hidden="true" />
        <input
          id={SEARCH_FIELD}
          className="field"
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          aria-label={t('search.field')}
          placeholder={t('search.placeholder')}
          value={text}
          onChange={(event) => search.ask({ text: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
      </span>
      <RoomChoice />
      <Segments
        label={t('search.time')}
        value={days === null ? 'any' : String(days)}
        choices={spans.map((value) => ({
          value,
          text: value === 'any' ? t('search.anyTime') : t('duration.days', { count: Number(value) }),
        }))}
        onChoose={(value) => search.ask({ days: value === 'any' ? null : Number(value) })}
      />
      {person === null ? null : (
        <button
          type="button"
          className="btn small search-person"
          title={t('search.anybody')}
          onClick={() => search.ask({ person: null })}
        >
          <bdi>{t('search.person', { nick: isolatedText(person.nick, 40) })}</bdi>
          <X aria-hidden="true" />
        </button>
      )}
    </search>
  );
};
