import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Room } from '../../main/contract/models/room.ts';
import type { TopicValues } from './bridge/index.ts';
import type { Panel } from './panel.ts';

export const PanelContext = createContext<Panel | undefined>(undefined);

export const usePanel = (): Panel => {
  const panel = useContext(PanelContext);
  if (panel === undefined) throw new Error('A component of the panel was drawn outside of it.');
  return panel;
};

export const useTopic = <T extends keyof TopicValues>(topic: T): TopicValues[T] =>
  useStore(usePanel().topics.values, (values) => values[topic]);

/** A room without its online count, which comes anew every minute and changes nothing but its own figure. */
export const useRoom = (roomKey: string): Omit<Room, 'online'> | undefined =>
  useStore(
    usePanel().topics.values,
    useShallow((values) => {
      const room = values.rooms?.[roomKey];
      if (room === undefined) return undefined;
      const { online: _, ...rest } = room;
      return rest;
    }),
  );

export const useOnline = (roomKey: string): number | undefined =>
  useStore(usePanel().topics.values, (values) => values.rooms?.[roomKey]?.online);

/** How many rooms are open; undefined until that is known. */
export const useRoomCount = (): number | undefined =>
  useStore(usePanel().topics.values, ({ rooms }) =>
    rooms === undefined ? undefined : Object.keys(rooms).length,
  );

/** What the open rooms are called, by their key. */
export const useRoomNames = (): Readonly<Record<string, string>> =>
  useStore(
    usePanel().topics.values,
    useShallow(({ rooms }) =>
      Object.fromEntries(Object.values(rooms ?? {}).map(({ key, name }) => [key, name])),
    ),
  );
