import type { Clock } from '../ports.ts';
import type { ObsRequest } from './obs-session.ts';
import { reloadPages } from './reload-pages.ts';
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
      // Where OBS has no source of it there is nothing to wake.
      if (!hasPage(target.overlayId)) await reloadPages(request, target);
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
