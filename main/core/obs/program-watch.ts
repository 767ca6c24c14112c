import type { ObsSource, ObsStatus } from '../../contract/models/obs.ts';
import type { Clock } from '../ports.ts';
import { activeAnswer, outputAnswer, programSceneAnswer, studioModeAnswer } from './answers.ts';
import { readScenes } from './choose-way.ts';
import type { ObsSession } from './obs-session.ts';
import { isNotFound } from './request-problems.ts';

/** Events come in bursts, e.g. one for every source when the scene changes. */
const settleMs = 60;
/** Notices a line that is dead without having been closed, and events that were never sent. */
const pulseMs = 10_000;

type Connected = Extract<ObsStatus, { state: 'connected' }>;
export type Programme = Pick<
  Connected,
  'scene' | 'scenes' | 'sources' | 'onAir' | 'streaming' | 'recording' | 'virtualCamera' | 'studioMode'
>;

export const darkProgramme: Programme = {
  scene: '',
  scenes: [],
  sources: [],
  onAir: [],
  streaming: false,
  recording: false,
  virtualCamera: false,
  studioMode: false,
};

/** More than anybody has, and windows are told all of them at every change. */
const mostScenes = 500;

export type ProgramWatch = {
  /** Something changed in OBS: look again soon. */
  readonly stir: () => void;
  readonly look: () => Promise<void>;
  readonly dispose: () => void;
};

/** Keeps an eye on what is on air: asks OBS after every event, and now and then without one. */
export const createProgramWatch = (options: {
  readonly clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
  readonly session: Pick<ObsSession, 'request'>;
  /** All of the overlays' sources; an overlay may have several. */
  readonly findSources: () => Promise<readonly ObsSource[]>;
  readonly onChange: (programme: Programme) => void;
  /** OBS did not answer: the line is of no use. */
  readonly onSilence: () => void;
}): ProgramWatch => {
  const { clock, session, findSources, onChange, onSilence } = options;
  let timer: NodeJS.Timeout | undefined;
  let dueIn = Number.POSITIVE_INFINITY;
  let looking = false;
  let stirred = false;
  let disposed = false;
  let last = darkProgramme;

  /** The answer or what it was before: a refusal (say, while scene collections change) is followed by an event. */
  const isActive = async (
    request: 'GetStreamStatus' | 'GetRecordStatus' | 'GetVirtualCamStatus',
    before: boolean,
  ) => {
    const answer = await session.request(request, undefined, outputAnswer);
    return answer.ok ? answer.value.outputActive : before;
  };

  const isOnAir = async ({ overlayId, inputName }: ObsSource): Promise<boolean> => {
    const answer = await session.request('GetSourceActive', { sourceName: inputName }, activeAnswer);
    if (answer.ok) return answer.value.videoActive;
    return !isNotFound(answer.error) && last.onAir.includes(overlayId);
  };

  /** One source of each overlay: of several the one that is on air. */
  const lookAtSources = async (): Promise<Pick<Programme, 'sources' | 'onAir'>> => {
    const sources = new Map<string, ObsSource>();
    const onAir = new Set<string>();
    for (const source of await findSources()) {
      const { overlayId } = source;
      const isFirstOnAir = !onAir.has(overlayId) && (await isOnAir(source));
      if (isFirstOnAir) onAir.add(overlayId);
      if (isFirstOnAir || !sources.has(overlayId)) sources.set(overlayId, source);
    }
    return { sources: [...sources.values()], onAir: [...onAir] };
  };

  const ask = async (): Promise<Programme | 'silent'> => {
    const scene = await session.request('GetCurrentProgramScene', undefined, programSceneAnswer);
    if (!scene.ok && scene.error.code === 'timeout') return 'silent';
    const scenes = await readScenes(session.request);
    const { sources, onAir } = await lookAtSources();
    const studio = await session.request('GetStudioModeEnabled', undefined, studioModeAnswer);
    return {
      scene: scene.ok ? scene.value.currentProgramSceneName : last.scene,
      scenes: scenes.ok ? scenes.value.scenes.slice(0, mostScenes) : last.scenes,
      sources,
      onAir,
      streaming: await isActive('GetStreamStatus', last.streaming),
      recording: await isActive('GetRecordStatus', last.recording),
      virtualCamera: await isActive('GetVirtualCamStatus', last.virtualCamera),
      studioMode: studio.ok ? studio.value.studioModeEnabled : last.studioMode,
    };
  };

  const schedule = (ms: number): void => {
    if (disposed || ms >= dueIn) return;
    if (timer !== undefined) clock.clearTimeout(timer);
    dueIn = ms;
    timer = clock.setTimeout(() => void look(), ms);
  };

  const look = async (): Promise<void> => {
    if (timer !== undefined) clock.clearTimeout(timer);
    dueIn = Number.POSITIVE_INFINITY;
    looking = true;
    const programme = await ask();
    looking = false;
    if (disposed) return;
    if (programme === 'silent') return onSilence();
    const changed = JSON.stringify(programme) !== JSON.stringify(last);
    last = programme;
    if (changed) onChange(programme);
    schedule(stirred ? settleMs : pulseMs);
    stirred = false;
  };

  return {
    stir: () => {
      if (looking) stirred = true;
      else schedule(settleMs);
    },
    look,
    dispose: () => {
      disposed = true;
      if (timer !== undefined) clock.clearTimeout(timer);
    },
  };
};
