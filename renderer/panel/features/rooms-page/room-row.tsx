import { Switch } from '@base-ui/react/switch';
import { Columns3 } from 'lucide-react';
import { useStore } from 'zustand';
import type { RoomInfoView, RoomLine } from '../../../../main/contract/models/room-info.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useRoom } from '../../panel-context.tsx';
import { CopyButton, ErrorNote } from '../accounts-page/index.ts';
import { AdminsPart } from './admins-part.tsx';
import { DissolvePart } from './dissolve-part.tsx';
import { EditPart } from './edit-part.tsx';
import type { RoomPart } from './rooms.ts';

const COLUMNS = 5;

/** Opens a room in the deck, or goes to it where it is open. */
export const OpenButton = (props: {
  readonly accountId: string;
  readonly roomId: string;
  readonly name: string;
}) => {
  const { t } = useText();
  const { roomsPage, shell } = usePanel();
  const { accountId, roomId, name } = props;
  const isOpen = useRoom(`${accountId}/${roomId}`) !== undefined;
  const open = async () => {
    if (isOpen || (await roomsPage.open(accountId, roomId))) shell.setState({ page: 'deck' });
  };
  return (
    <button
      type="button"
      className={isOpen ? 'btn small quiet' : 'btn small'}
      aria-label={t(isOpen ? 'rooms.showThis' : 'rooms.openThis', { room: name })}
      onClick={() => void open()}
    >
      <Columns3 aria-hidden="true" />
      {t(isOpen ? 'rooms.inDeck' : 'rooms.openRoom')}
    </button>
  );
};

const MuteAll = ({ info }: { readonly info: RoomInfoView }) => {
  const { t } = useText();
  const { roomsPage } = usePanel();
  const busy = useStore(roomsPage.state, (state) => state.muting.has(info.roomId));
  return (
    <span className="mute-all" data-on={info.muteAll}>
      <Switch.Root
        className="switch"
        aria-label={t('rooms.muteAll', { room: info.name })}
        checked={info.muteAll}
        disabled={busy}
        onCheckedChange={(on) => roomsPage.muteAll(info, on)}
      >
        <Switch.Thumb />
      </Switch.Root>
      {t(info.muteAll ? 'rooms.muted' : 'rooms.everybody')}
    </span>
  );
};

const partButtons = [
  ['edit', 'rooms.edit', 'rooms.editThis'],
  ['admins', 'rooms.admins', 'rooms.adminsOf'],
  ['dissolve', 'rooms.dissolve', 'rooms.dissolveThis'],
] as const satisfies readonly (readonly [RoomPart, string, string])[];

const PartButtons = ({ info }: { readonly info: RoomInfoView }) => {
  const { t } = useText();
  const { roomsPage } = usePanel();
  const open = useStore(roomsPage.state, (state) => state.part);
  return partButtons.map(([part, words, label]) => (
    <button
      key={part}
      type="button"
      className="btn small quiet"
      aria-label={t(label, { room: info.name })}
      aria-expanded={open?.roomId === info.roomId && open.part === part}
      onClick={() => roomsPage.toggle(info.roomId, part)}
    >
      {t(words)}
    </button>
  ));
};

const parts = { edit: EditPart, admins: AdminsPart, dissolve: DissolvePart } as const;

const PartRow = ({ accountId, info }: { readonly accountId: string; readonly info: RoomInfoView }) => {
  const { t } = useText();
  const open = useStore(usePanel().roomsPage.state, (state) => state.part);
  if (open?.roomId !== info.roomId) return null;
  const Part = parts[open.part];
  const label = { edit: 'rooms.editThis', admins: 'rooms.adminsOf', dissolve: 'rooms.dissolveThis' } as const;
  return (
    <tr className="room-part-row">
      <td colSpan={COLUMNS}>
        <section className="room-part" aria-label={t(label[open.part], { room: info.name })}>
          <Part accountId={accountId} room={info} />
        </section>
      </td>
    </tr>
  );
};

const IdCell = ({ roomId }: { readonly roomId: string }) => {
  const { t } = useText();
  return (
    <span className="room-id">
      <code>{roomId}</code>
      <CopyButton text={roomId} what={t('rooms.copyId', { id: roomId })} />
    </span>
  );
};

/** One room of the app: what is known of it, or why nothing is. */
export const RoomRow = ({ accountId, line }: { readonly accountId: string; readonly line: RoomLine }) => {
  const { number } = useText();
  if ('error' in line)
    return (
      <tr>
        <td colSpan={COLUMNS - 1}>
          <IdCell roomId={line.roomId} />
          <ErrorNote error={line.error} />
        </td>
        <td className="room-buttons">
          <OpenButton accountId={accountId} roomId={line.roomId} name={line.roomId} />
        </td>
      </tr>
    );
  const { info } = line;
  return (
    <>
      <tr>
        <td>
          <bdi className="room-name">{info.name}</bdi>
          <IdCell roomId={info.roomId} />
        </td>
        <td className="room-count">{info.memberCount === undefined ? '' : number(info.memberCount)}</td>
        <td>
          <bdi>{info.ownerId}</bdi>
        </td>
        <td>
          <MuteAll info={info} />
        </td>
        <td className="room-buttons">
          <PartButtons info={info} />
          <OpenButton accountId={accountId} roomId={info.roomId} name={info.name} />
        </td>
      </tr>
      <PartRow accountId={accountId} info={info} />
    </>
  );
};
