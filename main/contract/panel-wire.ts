import { z } from 'zod';
import { appErrorSchema } from './app-error.ts';
import { type CallName, callNames } from './calls.ts';
import { type EventName, eventNames } from './events.ts';

/**
 * How the browser host's panel talks over its WebSocket (`/panel-socket`, same origin, session cookie): JSON text
 * frames, one call or one event each. The desktop host carries the same objects over IPC.
 */
export const callFrameSchema = z.strictObject({
  id: z.number().int().nonnegative(),
  call: z.enum(callNames as [CallName, ...CallName[]]),
  input: z.unknown(),
});
export type CallFrame = Readonly<z.infer<typeof callFrameSchema>>;

/** The browser host refuses a call whose frame is longer, UTF-16 units. */
export const LARGEST_CALL = 256 * 1024;

export const resultSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: appErrorSchema }),
]);

export const hostFrameSchema = z.union([
  z.object({ id: z.number().int(), result: resultSchema }),
  z.object({ event: z.enum(eventNames as [EventName, ...EventName[]]), payload: z.unknown() }),
]);
export type HostFrame = Readonly<z.infer<typeof hostFrameSchema>>;

/** What the preload of an overlay's window puts on `window.livedeckOverlay`: to hear and to confirm, nothing else. */
export type OverlayBridge = {
  /** Says whether the window's frame is on the picture now. */
  readonly confirm: (framed: boolean) => void;
  /** Calls the listener when the frame is to be shown or taken away; the answer stops it. */
  readonly onArrange: (listener: (on: boolean) => void) => () => void;
};

/** What a preload puts on `window.livedeck`; absent in the browser host, where the bridge uses the WebSocket. */
export type PanelBridge = {
  readonly call: (name: CallName, input: unknown) => Promise<unknown>;
  readonly on: (name: EventName, listener: (payload: unknown) => void) => () => void;
};
