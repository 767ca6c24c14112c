import { z } from 'zod';
import { done, refuse } from '../../answer.ts';
import { attributeList, deleteAttributes, writeAttributes } from '../../rooms/attributes.ts';
import { deleteCounters, maxCounters, readCounters, updateCounters } from '../../rooms/counters.ts';
import { type RestCommand, roomCommand } from '../command.ts';
import { listOf, text } from '../fields.ts';

const service = 'group_open_http_svc';
const needsEdition = 'counters need the pro edition';

/** int64 on the wire; a number here, so it ends where numbers are no longer exact. */
const counter = z.object({ Key: text(128).min(1), Value: z.number().int() });
const keys = z.array(z.string()).default([]);

const updateCounter = roomCommand(
  `${service}/update_group_counter`,
  z.object({
    GroupCounter: listOf(counter, maxCounters, 10063),
    Mode: z.enum(['Set', 'Increase', 'Decrease']),
  }),
  ({ world }, room, { GroupCounter, Mode }) => {
    if (!world.limits().counters) return refuse(10059, needsEdition);
    const totals = updateCounters(world, room, Mode, GroupCounter);
    return totals === undefined ? refuse(10063) : done({ GroupCounter: totals });
  },
);

const getCounter = roomCommand(
  `${service}/get_group_counter`,
  z.object({ GroupCounterKeys: keys }),
  ({ world }, room, { GroupCounterKeys }) =>
    world.limits().counters
      ? done({ GroupCounter: readCounters(room, GroupCounterKeys) })
      : refuse(10059, needsEdition),
);

const deleteCounter = roomCommand(
  `${service}/delete_group_counter`,
  z.object({ GroupCounterKeys: keys }),
  ({ world }, room, { GroupCounterKeys }) => {
    if (!world.limits().counters) return refuse(10059, needsEdition);
    deleteCounters(world, room, GroupCounterKeys);
    return done();
  },
);

const attribute = z.object({ key: z.string(), value: z.string() });
const attributes = z.object({ GroupAttr: z.array(attribute).min(1) });

const getAttributes = roomCommand('group_open_attr_http_svc/get_group_attr', z.object({}), (_call, room) =>
  done({ GroupAttrAry: attributeList(room).map(({ key, value }) => ({ key, value })) }),
);

const setAttributes = roomCommand(`${service}/set_group_attr`, attributes, ({ world }, room, { GroupAttr }) =>
  writeAttributes(world, room, 'set', GroupAttr, undefined),
);

const modifyAttributes = roomCommand(
  `${service}/modify_group_attr`,
  attributes,
  ({ world }, room, { GroupAttr }) => writeAttributes(world, room, 'modify', GroupAttr, undefined),
);

const deleteSome = roomCommand(
  `${service}/delete_group_attr`,
  z.object({ GroupAttr: z.array(z.object({ key: z.string() })).min(1) }),
  ({ world }, room, { GroupAttr }) =>
    deleteAttributes(
      world,
      room,
      GroupAttr.map(({ key }) => key),
      undefined,
    ),
);

const clearAttributes = roomCommand(`${service}/clear_group_attr`, z.object({}), ({ world }, room) =>
  deleteAttributes(world, room, undefined, undefined),
);

export const roomDataCommands: readonly RestCommand[] = [
  updateCounter,
  getCounter,
  deleteCounter,
  getAttributes,
  setAttributes,
  modifyAttributes,
  deleteSome,
  clearAttributes,
];
