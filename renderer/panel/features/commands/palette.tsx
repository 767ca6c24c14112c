import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { MUTE_FOREVER_SECONDS } from '../../../../main/contract/models/action.ts';
import { audienceProfiles } from '../../../../main/contract/models/rehearsal.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { Keys } from '../../ui/index.ts';
import { focusPart } from '../deck/index.ts';
import type { Subject } from '../desk/index.ts';
import { clippedText } from '../feed/index.ts';
import { actionText } from '../moderation/index.ts';
import { bindings, keyOf } from './keymap.ts';

const MUTE_TIMES = [60, 600, 3_600, 86_400, MUTE_FOREVER_SECONDS] as const;

const Item = (props: {
  readonly name: string;
  readonly keys?: string | undefined;
  readonly run: () => void;
}) => (
  <Command.Item className="palette-item" value={props.name} onSelect={props.run}>
    {props.name}
    {props.keys === undefined ? null : <Keys chord={props.keys === ' ' ? 'Space' : props.keys} />}
  </Command.Item>
);

const Group = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <Command.Group heading={name} className="palette-group">
    {children}
  </Command.Group>
);

const named = ({ person }: Subject) => ({ userId: person.userId, nick: clippedText(person.nick, 40) });

const PaletteItems = ({ done }: { readonly done: () => void }) => {
  const text = useText();
  const { t } = text;
  const { commands, desk, deck, rehearsal, settings } = usePanel();
  const rooms = Object.values(useTopic('rooms') ?? {});
  const running = useTopic('rehearsal')?.running;
  const subject = desk.subject();
  const then = (run: () => void) => () => {
    done();
    run();
  };
  return (
    <>
      {subject === undefined ? null : (
        <Group name={subject.person.nick.slice(0, 40)}>
          {MUTE_TIMES.map((seconds) => (
            <Item
              key={seconds}
              name={actionText({ type: 'mute', ...named(subject), seconds }, text)}
              run={then(() => desk.mute(subject, seconds))}
            />
          ))}
        </Group>
      )}
      <Group name={t('palette.commands')}>
        {bindings
          .filter(({ command }) => command !== 'palette')
          .map(({ command }) => (
            <Item
              key={command}
              name={t(`command.${command}`)}
              keys={keyOf(command)}
              run={then(() => void commands[command]())}
            />
          ))}
      </Group>
      <Group name={t('palette.rooms')}>
        {rooms.map((room) => (
          <Item
            key={room.key}
            name={t('palette.goToRoom', { room: room.name })}
            run={then(() => {
              commands.goDeck();
              deck.setState({ active: room.key });
              focusPart(room.key, 'feed');
            })}
          />
        ))}
      </Group>
      {running === null || running === undefined ? null : (
        <Group name={t('rehearsal.audience')}>
          {audienceProfiles.map((profile) => (
            <Item
              key={profile}
              name={t('palette.audience', { profile: t(`rehearsal.${profile}`) })}
              run={then(() => rehearsal.setAudience(profile))}
            />
          ))}
        </Group>
      )}
      <Group name={t('settings.title')}>
        <Item name="English" run={then(() => settings.change({ language: 'en' }))} />
        <Item name="简体中文" run={then(() => settings.change({ language: 'zh-CN' }))} />
        <Item name={t('palette.dark')} run={then(() => settings.change({ theme: 'dark' }))} />
        <Item name={t('palette.light')} run={then(() => settings.change({ theme: 'light' }))} />
      </Group>
    </>
  );
};

/** Every command by name. */
export const Palette = () => {
  const { t } = useText();
  const { shell } = usePanel();
  const open = useStore(shell, (state) => state.over === 'palette');
  const setOpen = (next: boolean) => shell.setState({ over: next ? 'palette' : 'none' });
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="popup layer palette">
          <Dialog.Title className="unseen">{t('palette.title')}</Dialog.Title>
          <Command label={t('palette.title')} loop>
            <Command.Input className="palette-field" placeholder={t('palette.placeholder')} />
            <Command.List className="palette-list">
              <Command.Empty className="palette-none">{t('palette.none')}</Command.Empty>
              <PaletteItems done={() => setOpen(false)} />
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
