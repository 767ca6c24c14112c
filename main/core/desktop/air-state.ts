import type { TopicValue } from '../../contract/state.ts';

export type AirState = {
  /** `off`: no overlay page is connected, apart from the panel's own preview. */
  readonly state: 'off' | 'blank' | 'air' | 'panic';
  /** Pages that show what is let on air. */
  readonly pages: number;
};

/** Whether the audience can see something of ours now. */
export const airStateOf = (values: {
  readonly overlays: TopicValue<'overlays'>;
  readonly panic: Pick<TopicValue<'panic'>, 'on'>;
}): AirState => {
  const shown = Object.values(values.overlays).map(({ blank, clients }) => ({
    blank,
    pages: clients.filter(({ preview }) => !preview).length,
  }));
  const all = shown.reduce((sum, { pages }) => sum + pages, 0);
  const pages = shown.reduce((sum, one) => sum + (one.blank ? 0 : one.pages), 0);
  if (values.panic.on) return { state: 'panic', pages };
  if (all === 0) return { state: 'off', pages: 0 };
  return pages === 0 ? { state: 'blank', pages: 0 } : { state: 'air', pages };
};

/** Rooms of a real service that are followed now; a rehearsal may be interrupted at any time. */
export const isLive = (rooms: TopicValue<'rooms'>, accounts: TopicValue<'accounts'>): boolean =>
  Object.values(rooms).some(
    ({ accountId, connection }) => accounts[accountId]?.kind !== 'rehearsal' && connection.state !== 'failed',
  );

/** `display`: the screen stays on. `app`: the computer does not go to sleep, the screen may. */
export type Wakefulness = 'none' | 'app' | 'display';

export const wakefulnessOf = (air: AirState, live: boolean): Wakefulness => {
  if (air.state !== 'off') return 'display';
  return live ? 'app' : 'none';
};
