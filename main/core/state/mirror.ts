import type { EventName, EventPayload } from '../../contract/events.ts';
import type { Topic, TopicValue } from '../../contract/state.ts';

export type Publish = <E extends EventName>(event: E, payload: EventPayload<E>) => void;

type Entries<T extends Topic> = { readonly [K in keyof TopicValue<T>]?: TopicValue<T>[K] | null };

/**
 * The values that windows mirror. The main process writes entries; each write is one revision and one patch. An entry
 * set to `null` in a record topic is taken away.
 */
export const createMirror = (initial: { readonly [T in Topic]: TopicValue<T> }, publish: Publish) => {
  const values = new Map<Topic, { revision: number; value: Readonly<Record<string, unknown>> }>();
  for (const [topic, value] of Object.entries(initial)) {
    values.set(topic as Topic, { revision: 1, value: value as Record<string, unknown> });
  }
  const slot = (topic: Topic) => {
    const found = values.get(topic);
    if (found === undefined) throw new Error(`No such topic: ${topic}`);
    return found;
  };

  return {
    snapshot: (topic: Topic) => {
      const { revision, value } = slot(topic);
      return { revision, value };
    },
    get: <T extends Topic>(topic: T): TopicValue<T> => slot(topic).value as TopicValue<T>,
    patch: <T extends Topic>(topic: T, patch: Entries<T>): void => {
      const current = slot(topic);
      const next: Record<string, unknown> = { ...current.value };
      for (const [key, entry] of Object.entries(patch)) {
        if (entry === null && topic !== 'rehearsal' && topic !== 'settings') delete next[key];
        else next[key] = entry;
      }
      const revision = current.revision + 1;
      values.set(topic, { revision, value: next });
      publish('state:patch', { topic, revision, patch });
    },
  };
};
export type Mirror = ReturnType<typeof createMirror>;
