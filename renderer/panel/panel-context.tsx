import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
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

export const useRoom = (roomKey: string): Room | undefined =>
  useStore(usePanel().topics.values, (values) => values.rooms?.[roomKey]);
