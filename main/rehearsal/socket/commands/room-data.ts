import { z } from 'zod';
import { done, refuse } from '../../answer.ts';
import { attributeList, deleteAttributes, writeAttributes } from '../../rooms/attributes.ts';
import { deleteCounters, readCounters, updateCounters } from '../../rooms/counters.ts';
import { listMembers, markMembers } from '../../rooms/member-list.ts';
import { inRoom, roomCommand, type SocketCommand } from '../command.ts';

const keys = z.array(z.string()).default([]);
const counter = z.object({ Key: z.string().min(1), Value: z.number().int() });
const attribute = z.object({ key: z.string(), value: z.string() });
const mainSeq = { AttrMainSeq: z.number().optional(), AttrControl: z.array(z.string()).default([]) } as const;

/** A stale sequence is a conflict only where the client asks for it (`AttrControl: ["RaceConflict"]`). */
const seqToCheck = (input: {
  readonly AttrMainSeq?: number | undefined;
  readonly AttrControl: readonly string[];
}) => (input.AttrControl.includes('RaceConflict') ? input.AttrMainSeq : undefined);

const writer = (operation: 'set' | 'modify'): SocketCommand =>
  roomCommand(
    z.object({ ...inRoom, ...mainSeq, GroupAttr: z.array(attribute).default([]) }),
    ({ world }, room, input) => writeAttributes(world, room, operation, input.GroupAttr, seqToCheck(input)),
  );

export const roomDataCommands: Readonly<Record<string, SocketCommand>> = {
  'group_open_http_svc.update_group_counter': roomCommand(
    z.object({
      ...inRoom,
      GroupCounter: z.array(counter).min(1),
      Mode: z.enum(['Set', 'Increase', 'Decrease']),
    }),
    ({ world }, room, { GroupCounter, Mode }) => {
      if (!world.limits().counters) return refuse(10059);
      const totals = updateCounters(world, room, Mode, GroupCounter);
      return totals === undefined ? refuse(10063) : done({ GroupCounter: totals });
    },
  ),
  'group_open_http_svc.get_group_counter': roomCommand(
    z.object({ ...inRoom, GroupCounterKeys: keys }),
    ({ world }, room, { GroupCounterKeys }) =>
      world.limits().counters
        ? done({ GroupCounterSeq: room.counterSeq, GroupCounter: readCounters(room, GroupCounterKeys) })
        : refuse(10059),
  ),
  'group_open_http_svc.delete_group_counter': roomCommand(
    z.object({ ...inRoom, GroupCounterKeys: keys }),
    ({ world }, room, { GroupCounterKeys }) => {
      deleteCounters(world, room, GroupCounterKeys);
      return done();
    },
  ),
  'group_open_http_svc.set_group_attr': writer('set'),
  'group_open_http_svc.modify_group_attr': writer('modify'),
  'group_open_http_svc.delete_group_attr': roomCommand(
    z.object({ ...inRoom, ...mainSeq, GroupAttr: z.array(z.object({ key: z.string() })).default([]) }),
    ({ world }, room, input) =>
      deleteAttributes(
        world,
        room,
        input.GroupAttr.map(({ key }) => key),
        seqToCheck(input),
      ),
  ),
  'group_open_http_svc.clear_group_attr': roomCommand(
    z.object({ ...inRoom, ...mainSeq }),
    ({ world }, room, input) => deleteAttributes(world, room, undefined, seqToCheck(input)),
  ),
  'group_open_attr_http_svc.get_group_attr': roomCommand(z.object(inRoom), (_call, room) =>
    done({ AttrMainSeq: room.attributeSeq, GroupAttrAry: attributeList(room) }),
  ),
  'group_open_avchatroom_http_svc.get_members': roomCommand(
    z.object({ ...inRoom, Timestamp: z.number().default(0), Mark: z.number().optional() }),
    ({ world }, room, { Timestamp, Mark }) => done(listMembers(world, room, Timestamp, Mark)),
  ),
  'group_open_http_svc.get_group_member_info': roomCommand(
    z.object({ ...inRoom, Limit: z.number().default(30), Offset: z.number().default(0) }),
    ({ world }, room) => {
      const { MemberList } = listMembers(world, room, 0, undefined);
      return done({
        MemberNum: room.members.size,
        MemberList: MemberList.map((member) => ({ ...member, Role: 'Member' })),
      });
    },
  ),
  'group_open_avchatroom_http_svc.modify_user_info': roomCommand(
    z.object({
      ...inRoom,
      CommandType: z.union([z.literal(1), z.literal(2)]),
      MemberList: z
        .array(z.object({ Member_Account: z.string(), Marks: z.array(z.number().int()) }))
        .max(500),
    }),
    ({ world }, room, { CommandType, MemberList }) => {
      if (!world.limits().memberList) return refuse(60020);
      return done({ CommandType, MemberList: markMembers(room, CommandType === 1, MemberList) });
    },
  ),
};
