import { appError } from '../../contract/app-error.ts';
import type { obsCalls } from '../../contract/calls/obs-calls.ts';
import type { ParsedInput } from '../../contract/calls.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { doctorBusy } from '../obs/doctor/examinations.ts';
import type { ObsService } from '../obs/obs-service.ts';
import type { Log } from '../ports.ts';
import type { Handlers } from '../router.ts';

type ObsCall = keyof typeof obsCalls;

const noPicture = appError(
  'not-found',
  { en: 'There is no picture of this overlay yet.', 'zh-CN': '还没有此叠加层的画面。' },
  { remedy: { en: 'Run the picture test.', 'zh-CN': '请运行画面测试。' } },
);

const nothing = <T>(result: Result<T>): Result<Record<string, never>> => (result.ok ? ok({}) : result);

export const obsHandlers = ({
  obs,
  ports,
}: {
  readonly obs: ObsService;
  readonly ports: { readonly log: Log };
}) => {
  /** An examination may take a minute: the state tells how it goes, and the call answers whether it began. */
  const begin = (work: () => Promise<unknown>): Result<Record<string, never>> => {
    if (obs.state().examination !== undefined) return err(doctorBusy);
    work().catch((bug: unknown) => ports.log.error('The OBS doctor met a bug', { reason: String(bug) }));
    return ok({});
  };

  return {
    'obs:configure': ({ patch }: ParsedInput<'obs:configure'>) => {
      obs.configure(patch);
      return ok({});
    },
    'obs:set-password': async ({ password, protection }) =>
      nothing(await obs.setPassword(password, protection)),
    'obs:forget-password': () => nothing(obs.forgetPassword()),
    'obs:unlock': async ({ passphrase }) => nothing(await obs.unlock(passphrase)),
    'obs:connect': () => {
      obs.connect();
      return ok({});
    },
    'obs:disconnect': () => {
      obs.disconnect();
      return ok({});
    },
    'obs:windows': async ({ overlayId }) => {
      const windows = await obs.windows(overlayId);
      return windows.ok ? ok({ windows: [...windows.value] }) : windows;
    },
    'obs:add': (wish) => obs.add(wish),
    'obs:doctor': ({ overlayId, picture }) => begin(() => obs.doctor(overlayId, picture)),
    'obs:fix': ({ overlayId, fix, picture }) => begin(() => obs.fix(overlayId, fix, picture)),
    'obs:mend-all': ({ overlayId, picture }) => begin(() => obs.mendAll(overlayId, picture)),
    'obs:stop-doctor': () => {
      obs.stopDoctor();
      return ok({});
    },
    'obs:picture': ({ overlayId }) => {
      const picture = obs.picture(overlayId);
      return picture === undefined ? err(noPicture) : ok({ picture });
    },
  } satisfies Pick<Handlers, ObsCall>;
};
