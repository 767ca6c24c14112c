import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../../../main/contract/app-error.ts';
import type { CallInput } from '../../../../main/contract/calls.ts';
import type { ObsAdded, ObsFixId, ObsPictureTest, ObsWindow } from '../../../../main/contract/models/obs.ts';
import type { Result } from '../../../../main/contract/result.ts';
import type { Bridge } from '../../bridge/index.ts';
import type { Toasts } from '../toasts/index.ts';

/** How adding an overlay went. */
export type AddRun =
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly added: ObsAdded }
  | { readonly state: 'failed'; readonly error: AppError };

export type ObsPanelState = {
  /** The overlay that the doctor looks at; `null` = the first. */
  readonly overlayId: string | null;
  readonly adds: Readonly<Record<string, AddRun>>;
  /** OBS's pictures by overlay, each with the time of its report. */
  readonly pictures: Readonly<Record<string, { readonly at: number; readonly url: string }>>;
};

export const emptyObs: ObsPanelState = { overlayId: null, adds: {}, pictures: {} };

export const withAdd = (state: ObsPanelState, overlayId: string, run: AddRun): ObsPanelState => ({
  ...state,
  adds: { ...state.adds, [overlayId]: run },
});

type Patch = CallInput<'obs:configure'>['patch'];
type Secret = CallInput<'obs:set-password'>;
type Deed = 'connect' | 'disconnect' | 'forget' | 'configure' | 'doctor';

export type ObsControl = {
  readonly state: StoreApi<ObsPanelState>;
  /** Takes new settings and, where one was entered, a new password, and connects. */
  readonly setUp: (patch: Patch, secret: Secret | undefined) => Promise<Result<unknown>>;
  readonly connect: () => void;
  readonly disconnect: () => void;
  readonly forgetPassword: () => void;
  readonly configure: (patch: Patch) => void;
  readonly add: (overlayId: string, window?: ObsWindow['value']) => void;
  readonly choose: (overlayId: string) => void;
  readonly look: (overlayId: string, picture: ObsPictureTest) => void;
  /** A look that nobody asked for. Another window may be at it already: what it finds comes here too. */
  readonly firstLook: (overlayId: string) => void;
  readonly fix: (overlayId: string, fix: ObsFixId) => void;
  readonly mendAll: (overlayId: string) => void;
  readonly stop: () => void;
  /** Fetches the picture of this report unless it is here. */
  readonly loadPicture: (overlayId: string, at: number) => void;
};

/** What the panel does about OBS. Holds nothing secret: the password goes from its field into one call. */
export const createObs = (deps: { readonly bridge: Bridge; readonly toasts: Toasts }): ObsControl => {
  const { bridge, toasts } = deps;
  const state = createStore<ObsPanelState>(() => emptyObs);

  const tell = (answer: Result<unknown>, deed: Deed, retry: () => void): void => {
    if (answer.ok) return;
    toasts.show({
      title: ({ t }) => t(`failed.obs.${deed}`),
      troubles: [{ where: undefined, error: answer.error }],
      retry,
    });
  };

  const run = async (deed: Deed, call: () => Promise<Result<unknown>>): Promise<void> =>
    tell(await call(), deed, () => void run(deed, call));

  const look = (overlayId: string, picture: ObsPictureTest) =>
    bridge.call('obs:doctor', { overlayId, picture });

  const add = async (overlayId: string, window: ObsWindow['value'] | undefined): Promise<void> => {
    state.setState((now) => ({ ...withAdd(now, overlayId, { state: 'running' }), overlayId }), true);
    const answer = await bridge.call('obs:add', { overlayId, ...(window === undefined ? {} : { window }) });
    const ended: AddRun = answer.ok
      ? { state: 'done', added: answer.value }
      : { state: 'failed', error: answer.error };
    state.setState((now) => withAdd(now, overlayId, ended), true);
    // What was just changed is shown in the checklist too; nothing of it reaches the picture.
    if (answer.ok) await look(overlayId, 'never');
  };

  /** What adding said before is no news any more once the doctor looks. */
  const examine = (call: () => Promise<Result<unknown>>): void => {
    state.setState({ adds: {} });
    void run('doctor', call);
  };

  const firstLook = async (overlayId: string): Promise<void> => {
    const answer = await look(overlayId, 'never');
    if (!answer.ok && answer.error.code !== 'conflict')
      tell(answer, 'doctor', () => void firstLook(overlayId));
  };

  const loadPicture = async (overlayId: string, at: number): Promise<void> => {
    if (state.getState().pictures[overlayId]?.at === at) return;
    const answer = await bridge.call('obs:picture', { overlayId });
    if (!answer.ok) return;
    const url = answer.value.picture;
    state.setState(({ pictures }) => ({ pictures: { ...pictures, [overlayId]: { at, url } } }));
  };

  const setUp = async (patch: Patch, secret: Secret | undefined): Promise<Result<unknown>> => {
    // Whatever is tried just now must not be tried with half of the new settings.
    await bridge.call('obs:disconnect', {});
    const placed = await bridge.call('obs:configure', { patch });
    if (!placed.ok) return placed;
    const kept = secret === undefined ? placed : await bridge.call('obs:set-password', secret);
    return kept.ok ? bridge.call('obs:connect', {}) : kept;
  };

  return {
    state,
    setUp,
    connect: () => void run('connect', () => bridge.call('obs:connect', {})),
    disconnect: () => void run('disconnect', () => bridge.call('obs:disconnect', {})),
    forgetPassword: () => void run('forget', () => bridge.call('obs:forget-password', {})),
    configure: (patch) => void run('configure', () => bridge.call('obs:configure', { patch })),
    add: (overlayId, window) => void add(overlayId, window),
    choose: (overlayId) => state.setState({ overlayId }),
    look: (overlayId, picture) => examine(() => look(overlayId, picture)),
    firstLook: (overlayId) => void firstLook(overlayId),
    fix: (overlayId, fix) => examine(() => bridge.call('obs:fix', { overlayId, fix, picture: 'when-safe' })),
    mendAll: (overlayId) => examine(() => bridge.call('obs:mend-all', { overlayId, picture: 'when-safe' })),
    stop: () => void run('doctor', () => bridge.call('obs:stop-doctor', {})),
    loadPicture: (overlayId, at) => void loadPicture(overlayId, at),
  };
};
