import { type Topic, topicNames } from '../../../main/contract/state.ts';
import type { Values } from './world.ts';

/** The host's side of the topics: values with revisions, and patches for every change. */
export const createStateHost = (values: Values, tell: (event: string, payload: unknown) => void) => {
  const revisions = new Map<Topic, number>();
  const revision = (topic: Topic) => revisions.get(topic) ?? 0;
  return {
    values,
    get: (topic: Topic) => ({ revision: revision(topic), value: values[topic] }),
    all: () => topicNames.map((topic) => ({ topic, revision: revision(topic), value: values[topic] })),
    patch: <T extends Topic>(topic: T, patch: Readonly<Record<string, unknown>>) => {
      const kept = Object.entries(values[topic]).filter(([key]) => !(key in patch && patch[key] === null));
      const put = Object.entries(patch).filter(([, value]) => value !== null);
      values[topic] = Object.fromEntries([...kept, ...put]) as Values[T];
      revisions.set(topic, revision(topic) + 1);
      tell('state:patch', { topic, revision: revision(topic), patch });
    },
    /** Makes the next patch look as if one before it had been lost. */
    skip: (topic: Topic) => revisions.set(topic, revision(topic) + 1),
  };
};
export type StateHost = ReturnType<typeof createStateHost>;
