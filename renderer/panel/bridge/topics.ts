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
import { emptyMirror, type Mirror, receivePatch, receiveSnapshot } from './mirror.ts';

/** Every topic's value as last told; a topic is absent until its first snapshot came. */
export type TopicValues = { readonly [T in Topic]?: TopicValue<T> };
export type Topics = { readonly values: StoreApi<TopicValues>; readonly dispose: () => void };

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

  const publish = (topic: Topic, mirror: Mirror) => {
    if (mirror.entries === undefined) return;
    const value = parseTopic(topic, mirror.entries);
    if (value !== undefined) values.setState({ [topic]: value });
  };

  const take = (topic: Topic, step: { mirror: Mirror; askAgain: boolean }) => {
    mirrors.set(topic, step.mirror);
    publish(topic, step.mirror);
    if (step.askAgain) void ask(topic);
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
    const entries = answer.ok ? entriesSchema.safeParse(answer.value.value) : undefined;
    if (!answer.ok || entries?.data === undefined) return askLater(topic);
    take(topic, receiveSnapshot(mirrors.get(topic) ?? emptyMirror, answer.value.revision, entries.data));
  };

  const askForAll = () => {
    for (const topic of topicNames) {
      mirrors.set(topic, emptyMirror);
      void ask(topic);
    }
  };

  const stopPatches = bridge.on('state:patch', (patch: StatePatch) =>
    take(patch.topic, receivePatch(mirrors.get(patch.topic) ?? emptyMirror, patch)),
  );
  const stopLink = bridge.link.subscribe((link, before) => {
    if (link.state === 'up' && before.state !== 'up') askForAll();
  });
  if (bridge.link.getState().state === 'up') askForAll();

  return {
    values,
    dispose: () => {
      disposed = true;
      stopPatches();
      stopLink();
      for (const stop of retries) stop();
    },
  };
};
