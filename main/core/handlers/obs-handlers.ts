import type { z } from 'zod';
import type { obsCalls } from '../../contract/calls/obs-calls.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { ObsService } from '../obs/obs-service.ts';

type ObsCall = keyof typeof obsCalls;
type Answer<C extends ObsCall> = Result<z.infer<(typeof obsCalls)[C]['output']>>;
type ObsHandlers = {
  readonly [C in ObsCall]: (input: z.output<(typeof obsCalls)[C]['input']>) => Promise<Answer<C>> | Answer<C>;
};

export const obsHandlers = ({ obs }: { readonly obs: ObsService }): ObsHandlers => ({
  'obs:configure': ({ patch }) => ok(obs.configure(patch)),
  'obs:set-password': ({ password }) => obs.setPassword(password),
  'obs:connect': () => ok(obs.connect()),
  'obs:disconnect': () => ok(obs.disconnect()),
  'obs:scenes': async () => {
    const scenes = await obs.scenes();
    return scenes.ok ? ok({ ...scenes.value, scenes: [...scenes.value.scenes] }) : scenes;
  },
  'obs:windows': async () => {
    const windows = await obs.windows();
    return windows.ok ? ok({ windows: [...windows.value] }) : windows;
  },
  'obs:add': (wish) => obs.add(wish),
  'obs:doctor': async ({ overlayId, picture }) => {
    const checks = await obs.doctor(overlayId, picture);
    return checks.ok ? ok({ checks: [...checks.value] }) : checks;
  },
  'obs:fix': async ({ overlayId, fix, picture }) => {
    const checks = await obs.fix(overlayId, fix, picture);
    return checks.ok ? ok({ checks: [...checks.value] }) : checks;
  },
});
