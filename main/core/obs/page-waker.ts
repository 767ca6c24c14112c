import type { Clock } from '../ports.ts';
import { noData } from './answers.ts';
import { findSource } from './find-source.ts';
import type { ObsRequest } from './obs-session.ts';
import type { ObsTarget } from './source-target.ts';

/** A page that can come by itself has come by then. */
const patienceMs = 3_000;

export type PageWaker = {
  /** OBS was connected: look after its pages once. */
  readonly watch: () => void;
  readonly dispose: () => void;
};

/**
 * A browser source that OBS loaded before Livedeck was running shows an error page for ever. When OBS is connected and
 * an overlay's page is not, its source is told to load again, once a connection.
 */
export const createPageWaker = (options: {
  readonly clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
  readonly request: ObsRequest;
  readonly targets: () => readonly ObsTarget[];
  readonly hasPage: (overlayId: string) => boolean;
}): PageWaker => {
  const { clock, request, targets, hasPage } = options;
  let timer: NodeJS.Timeout | undefined;

  const wake = async (): Promise<void> => {
    for (const target of targets()) {
      if (hasPage(target.overlayId)) continue;
      const found = await findSource(request, target);
      if (!found.ok || found.value?.way !== 'browser') continue;
      const button = { inputName: found.value.inputName, propertyName: 'refreshnocache' };
      await request('PressInputPropertiesButton', button, noData);
    }
  };

  const stop = (): void => {
    if (timer !== undefined) clock.clearTimeout(timer);
  };

  return {
    watch: () => {
      stop();
      timer = clock.setTimeout(() => void wake(), patienceMs);
    },
    dispose: stop,
  };
};
