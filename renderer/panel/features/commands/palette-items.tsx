import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { audienceProfiles } from '../../../../main/contract/models/rehearsal.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { settingLines, settingSections } from '../settings/index.ts';
import { Group, Item } from './palette-item.tsx';
import { PersonItems } from './palette-person.tsx';

type Then = { readonly then: (run: () => void) => () => void };

/** More than the list can show at first. */
const FIRST_COMMANDS = 16;

const CommandItems = ({ then, most }: Then & { readonly most?: number | undefined }) => {
  const { t } = useText();
  const { commands, keymap } = usePanel();
  const table = useStore(keymap.state, (state) => state.table);
  return (
    <Group name={t('palette.commands')}>
      {table
        .filter(({ command }) => command !== 'palette')
        .slice(0, most)
        .map(({ command, keys }) => (
          <Item
            key={command}
            name={t(`command.${command}`)}
            keys={keys[0]}
            run={then(() => void commands[command]())}
          />
        ))}
    </Group>
  );
};

const RoomItems = ({ then }: Then) => {
  const { t } = useText();
  const { commands, columns } = usePanel();
  const rooms = Object.values(useTopic('rooms') ?? {});
  if (rooms.length === 0) return null;
  return (
    <Group name={t('palette.rooms')}>
      {rooms.map((room) => (
        <Item
          key={room.key}
          name={t('palette.goToRoom', { room: room.name })}
          also={[room.roomId]}
          run={then(() => {
            commands.goDeck();
            columns.goTo(room.key);
          })}
        />
      ))}
    </Group>
  );
};

const AudienceItems = ({ then }: Then) => {
  const { t } = useText();
  const { rehearsal } = usePanel();
  const running = useTopic('rehearsal')?.running;
  if (running === null || running === undefined) return null;
  return (
    <Group name={t('rehearsal.audience')}>
      {audienceProfiles.map((profile) => (
        <Item
          key={profile}
          name={t('palette.audience', { profile: t(`rehearsal.${profile}`) })}
          run={then(() => rehearsal.setAudience(profile))}
        />
      ))}
    </Group>
  );
};

/** The quick ones at once, and the way to every other. */
const SettingItems = ({ then }: Then) => {
  const { t } = useText();
  const { settings, shell } = usePanel();
  const goTo = (words: string) =>
    then(() => {
      settings.find(words);
      shell.setState({ page: 'settings' });
    });
  return (
    <Group name={t('settings.title')}>
      <Item name="English" run={then(() => settings.change({ language: 'en' }))} />
      <Item name="简体中文" run={then(() => settings.change({ language: 'zh-CN' }))} />
      <Item name={t('palette.dark')} run={then(() => settings.change({ theme: 'dark' }))} />
      <Item name={t('palette.light')} run={then(() => settings.change({ theme: 'light' }))} />
      {settingSections.map((section) => {
        const words = t(`settings.section.${section}`);
        return <Item key={section} name={t('palette.setting', { name: words })} run={goTo(words)} />;
      })}
      {settingLines.map((line) => {
        const words = t(line.title);
        return <Item key={line.id} name={t('palette.setting', { name: words })} run={goTo(words)} />;
      })}
    </Group>
  );
};

/** Everything that can be done now, by name: first what can be seen, so that the palette is there at once. */
export const PaletteItems = ({ done }: { readonly done: () => void }) => {
  const { desk, search, shell } = usePanel();
  const onSearch = useStore(shell, (state) => state.page === 'search');
  const [whole, setWhole] = useState(false);
  useEffect(() => setWhole(true), []);
  const subject = onSearch ? search.subject() : desk.subject();
  const then = (run: () => void) => () => {
    done();
    run();
  };
  return (
    <>
      {subject === undefined ? null : <PersonItems subject={subject} then={then} />}
      <CommandItems then={then} most={whole ? undefined : FIRST_COMMANDS} />
      {whole ? (
        <>
          <RoomItems then={then} />
          <AudienceItems then={then} />
          <SettingItems then={then} />
        </>
      ) : null}
    </>
  );
};
