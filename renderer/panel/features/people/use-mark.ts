import { useStore } from 'zustand';
import type { PersonMark } from '../../../../main/contract/models/user-card.ts';
import { usePanel } from '../../panel-context.tsx';
import { markOf, type Whom } from './people.ts';

/** The note and watch marks of one person, as they change. */
export const useMark = (whom: Whom): PersonMark | undefined =>
  useStore(usePanel().topics.values, (values) => markOf(values, whom));
