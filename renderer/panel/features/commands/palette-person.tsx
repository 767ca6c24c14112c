import type { Action } from '../../../../main/contract/models/action.ts';
import { defaultSettings, type Settings } from '../../../../main/contract/models/settings.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import type { Subject } from '../desk/index.ts';
import { clippedText } from '../feed/index.ts';
import { actionText } from '../moderation/index.ts';
import { Group, Item } from './palette-item.tsx';

/** What can be done about a person, whichever comment of theirs is meant. */
const actionsOn = ({ person }: Subject, { muteTimes, banTimes }: Settings): readonly Action[] => {
  const whom = { userId: person.userId, nick: clippedText(person.nick, 40) };
  return [
    ...muteTimes.map((seconds) => ({ type: 'mute' as const, ...whom, seconds })),
    { type: 'unmute', ...whom },
    ...banTimes.map((seconds) => ({ type: 'ban' as const, ...whom, seconds })),
    { type: 'unban', ...whom },
    { type: 'hide-user', ...whom },
    { type: 'show-user', ...whom },
  ];
};

/** Actions on whoever is selected: in this room, in any other one that is open, or in all of the account's. */
export const PersonItems = (props: {
  readonly subject: Subject;
  readonly then: (run: () => void) => () => void;
}) => {
  const text = useText();
  const { t } = text;
  const { moderation } = usePanel();
  const { subject, then } = props;
  const open = Object.values(useTopic('rooms') ?? {});
  const here = open.find((room) => room.key === subject.roomKey);
  const others = open.filter((room) => room.accountId === here?.accountId && room.key !== subject.roomKey);
  const actions = actionsOn(subject, useTopic('settings') ?? defaultSettings);
  const act = (action: Action, rooms: readonly string[]) =>
    then(() => void moderation.act({ action, rooms, original: subject.comment?.text }));
  return (
    <>
      <Group name={clippedText(subject.person.nick, 40)}>
        {actions.map((action) => {
          const name = actionText(action, text);
          return <Item key={name} name={name} run={act(action, [subject.roomKey])} />;
        })}
      </Group>
      {others.length === 0 ? null : (
        <Group name={t('palette.elsewhere')}>
          {actions.flatMap((action) => {
            const what = actionText(action, text);
            const everywhere = [subject.roomKey, ...others.map((room) => room.key)];
            return [
              <Item
                key={`${what} everywhere`}
                name={t('palette.inAll', { what })}
                run={act(action, everywhere)}
              />,
              ...others.map((room) => (
                <Item
                  key={`${what} ${room.key}`}
                  name={t('palette.inRoom', { what, room: room.name })}
                  run={act(action, [room.key])}
                />
              )),
            ];
          })}
        </Group>
      )}
    </>
  );
};
