import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type StatePatch,
  type Topic,
  type TopicValue,
  topicNames,
  topics,
} from '../../../main/contract/state.ts';
import type { Bridge } from './bridge.ts';
import type { Clock } from './clock.ts';
import { keepEqual } from './keep-equal.ts';
import { emptyMirror, type Mirror, receivePatch, receiveSnapshot } from './mirror.ts';

/** Every topic's value as last told; a topic is absent until its first snapshot came. */
export type TopicValues = { readonly [T in Topic]?: TopicValue<T> };
export type Topics = {
  readonly values: StoreApi<TopicValues>;
  /** Every topic has come, or will have to be asked for one by one. */
  readonly begun: Promise<void>;
  readonly dispose: () => void;
};

const RETRY_MS = 1_000;
const entriesSchema = z.record(z.string(), z.unknown());

/** A patch says `null` for "take the entry away"; where an entry itself may be `null`, that is what was meant. */
const parseTopic = (topic: Topic, entries: Readonly<Record<string, unknown>>): unknown => {
  const whole = topics[topic].safeParse(entries);
  if (whole.success) return whole.data;
  const missing = whole.error.issues.map((issue) => issue.path[0]).filter((key) => key !== undefined);
  const withNulls = { ...entries };
  for (const key of missing) if (!Object.hasOwn(entries, key)) withNulls[String(key)] = null;
  return topics[topic].safeParse(withNulls).data;
};

/** Mirrors the state that the main process owns: snapshot, then patches, then a snapshot again when one was missed. */
export const createTopics = (deps: { readonly bridge: Bridge; readonly clock: Clock }): Topics => {
  const { bridge, clock } = deps;
  const values = createStore<TopicValues>(() => ({}));
  const mirrors = new Map<Topic, Mirror>();
  const asking = new Set<Topic>();
  const retries = new Set<() => void>();
  let disposed = false;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((done) => {
    begin = done;
  });

  /** What there is to tell of a topic after this step. */
  const take = (topic: Topic, step: { mirror: Mirror; askAgain: boolean }): TopicValues => {
    mirrors.set(topic, step.mirror);
    if (step.askAgain) void ask(topic);
    if (step.mirror.entries === undefined) return {};
    const value = parseTopic(topic, step.mirror.entries);
    return value === undefined ? {} : { [topic]: keepEqual(values.getState()[topic], value) };
  };

  const takeSnapshot = (topic: Topic, revision: number, value: unknown): TopicValues => {
    const entries = entriesSchema.safeParse(value).data;
    if (entries !== undefined)
      return take(topic, receiveSnapshot(mirrors.get(topic) ?? emptyMirror, revision, entries));
    askLater(topic);
    return {};
  };

  const askLater = (topic: Topic) => {
    const stop = clock.after(RETRY_MS, () => {
      retries.delete(stop);
      void ask(topic);
    });
    retries.add(stop);
  };

  const ask = async (topic: Topic): Promise<void> => {
    if (asking.has(topic)) return;
    asking.add(topic);
    const answer = await bridge.call('state:get', { topic });
    asking.delete(topic);
    if (disposed || bridge.link.getState().state !== 'up') return;
    if (!answer.ok) return askLater(topic);
    values.setState(takeSnapshot(topic, answer.value.revision, answer.value.value));
  };

  /** All in one answer and one change, so that the window is drawn once; one by one where that cannot be had. */
  const askForAll = async (): Promise<void> => {
    for (const topic of topicNames) {
      mirrors.set(topic, emptyMirror);
      asking.add(topic);
    }
    const answer = await bridge.call('state:all', {});
    asking.clear();
    if (disposed || bridge.link.getState().state !== 'up') return;
    const all = answer.ok ? answer.value : [];
    const told = all.map(({ topic, revision, value }) => takeSnapshot(topic, revision, value));
    values.setState(Object.assign({}, ...told));
    for (const topic of topicNames) if (!all.some((one) => one.topic === topic)) void ask(topic);
    begin();
  };

  const stopPatches = bridge.on('state:patch', (patch: StatePatch) =>
    values.setState(take(patch.topic, receivePatch(mirrors.get(patch.topic) ?? emptyMirror, patch))),
  );
  const stopLink = bridge.link.subscribe((link, before) => {
    if (link.state === 'up' && before.state !== 'up') void askForAll();
  });
  if (bridge.link.getState().state === 'up') void askForAll();

  return {
    values,
    begun,
    dispose: () => {
      disposed = true;
      stopPatches();
      stopLink();
      for (const stop of retries) stop();
    },
  };
};
