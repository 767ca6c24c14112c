export type { Bridge } from './bridge.ts';
export { type Clock, createWindowClock } from './clock.ts';
export { openBridge } from './open-bridge.ts';
export { createTopics, type Topics, type TopicValues } from './topics.ts';
export type { HostLink } from './transport.ts';
