import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  defaultOverlaySettings,
  type OverlayLayer,
  type OverlaySettings,
} from '../../../../main/contract/models/overlay.ts';
import { mergeOverlayPatch, type OverlayPatch } from '../../../../main/contract/models/overlay-patch.ts';
import type { Bridge, Clock, Topics } from '../../bridge/index.ts';
import type { MessageKey } from '../../i18n/index.ts';
import type { Toasts } from '../toasts/index.ts';
import { doAgain, type EditHistory, editBetween, noEdits, takeBack, withEdit } from './edit-history.ts';

/** What is being worked on: a layer, a safe zone by its number, or nothing. */
export type Selection =
  | { readonly kind: 'layer'; readonly layer: OverlayLayer }
  | { readonly kind: 'zone'; readonly index: number };

export type StudioState = {
  readonly overlayId: string | undefined;
  /** As the host has them, or is about to. */
  readonly settings: OverlaySettings | undefined;
  /** Tried in the preview only, while something is dragged or slid. */
  readonly draft: OverlaySettings | undefined;
  /** The address that the preview shows; it holds the overlay's secret. */
  readonly url: string | undefined;
  readonly selection: Selection | undefined;
  readonly history: EditHistory;
};

export type Studio = {
  readonly state: StoreApi<StudioState>;
  /** Loads an overlay, or what became of the one that is shown. */
  readonly choose: (overlayId: string) => void;
  readonly reload: () => void;
  readonly select: (selection: Selection | undefined) => void;
  /** Shows a change in the preview, and nowhere else. */
  readonly tryOut: (patch: OverlayPatch | undefined) => void;
  /** Makes a change; several of the same thing in a row are taken back as one. */
  readonly change: (patch: OverlayPatch, about: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Everything as a new overlay of this size has it. */
  readonly reset: () => void;
};

type Failure = Extract<MessageKey, `failed.overlay${string}`>;

const start: StudioState = {
  overlayId: undefined,
  settings: undefined,
  draft: undefined,
  url: undefined,
  selection: undefined,
  history: noEdits,
};

export const createStudio = (deps: {
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly topics: Topics;
  readonly toasts: Toasts;
}): Studio & { readonly dispose: () => void } => {
  const { bridge, clock, topics, toasts } = deps;
  const state = createStore<StudioState>(() => start);
  const histories = new Map<string, EditHistory>();
  let underway = 0;
  let known: number | undefined;

  const revisionOf = (overlayId: string | undefined) =>
    topics.values.getState().overlays?.[overlayId ?? '']?.revision;

  const fail = (title: Failure, error: Parameters<Toasts['show']>[0]['troubles'][number]['error']) =>
    toasts.show({ title: ({ t }) => t(title), troubles: [{ where: undefined, error }], retry: undefined });

  const load = async (overlayId: string) => {
    known = revisionOf(overlayId);
    const [settings, url] = await Promise.all([
      bridge.call('overlay:settings', { overlayId }),
      bridge.call('overlay:url', { overlayId, preview: true }),
    ]);
    if (state.getState().overlayId !== overlayId || underway > 0) return;
    if (!settings.ok) return fail('failed.overlaySettings', settings.error);
    state.setState({ settings: settings.value, url: url.ok ? url.value.url : undefined });
  };

  const remember = (history: EditHistory) => {
    const { overlayId } = state.getState();
    if (overlayId !== undefined) histories.set(overlayId, history);
    state.setState({ history });
  };

  const send = async (patch: OverlayPatch) => {
    const { overlayId, settings } = state.getState();
    if (overlayId === undefined || settings === undefined) return;
    const merged = mergeOverlayPatch(settings, patch);
    if (merged.success) state.setState({ settings: merged.data, draft: undefined });
    underway += 1;
    const answer = await bridge.call('overlay:configure', { overlayId, patch });
    underway -= 1;
    if (state.getState().overlayId !== overlayId) return;
    if (answer.ok && underway === 0) state.setState({ settings: answer.value });
    if (answer.ok) return;
    fail('failed.overlaySettings', answer.error);
    state.setState({ draft: undefined });
    await load(overlayId);
  };

  const apply = (step: ReturnType<typeof takeBack>) => {
    if (step === undefined) return;
    remember(step.history);
    void send(step.patch);
  };

  const reload = () => {
    const { overlayId } = state.getState();
    if (overlayId !== undefined) void load(overlayId);
  };

  const change = (patch: OverlayPatch, about: string) => {
    const { settings, history } = state.getState();
    if (settings === undefined) return;
    const merged = mergeOverlayPatch(settings, patch);
    const edit = merged.success ? editBetween(settings, merged.data, about, clock.now()) : undefined;
    if (merged.success && edit === undefined) return state.setState({ draft: undefined });
    if (edit !== undefined) remember(withEdit(history, edit));
    void send(patch);
  };

  const stopTopics = topics.values.subscribe(({ overlays }) => {
    const { overlayId } = state.getState();
    if (overlayId === undefined || overlays?.[overlayId] === undefined) return;
    if (revisionOf(overlayId) !== known && underway === 0) reload();
  });
  const stopLink = bridge.link.subscribe((link, before) => {
    if (link.state === 'up' && before.state !== 'up') reload();
  });

  return {
    state,
    choose: (overlayId) => {
      if (state.getState().overlayId === overlayId) return;
      state.setState({ ...start, overlayId, history: histories.get(overlayId) ?? noEdits }, true);
      void load(overlayId);
    },
    reload,
    select: (selection) => state.setState({ selection }),
    tryOut: (patch) => {
      const { settings } = state.getState();
      if (settings === undefined) return;
      const merged = patch === undefined ? undefined : mergeOverlayPatch(settings, patch);
      state.setState({ draft: merged?.success === true ? merged.data : undefined });
    },
    change,
    undo: () => apply(takeBack(state.getState().history)),
    redo: () => apply(doAgain(state.getState().history)),
    reset: () => {
      const { settings } = state.getState();
      if (settings === undefined) return;
      const { canvas, rooms, language } = settings;
      change({ ...defaultOverlaySettings, canvas, rooms, language }, 'reset');
    },
    dispose: () => {
      stopTopics();
      stopLink();
    },
  };
};
