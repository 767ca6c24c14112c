import { type AppError, appError } from '../../../contract/app-error.ts';
import type { ObsCheck } from '../../../contract/models/obs.ts';
import type {
  ObsDoctorStep,
  ObsExamination,
  ObsReport,
  ObsState,
} from '../../../contract/models/obs-state.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { Clock } from '../../ports.ts';

/** What an examination found. */
export type Examined = {
  readonly checks: readonly ObsCheck[];
  /** OBS's picture of the source as a PNG data URL, where one was taken. */
  readonly picture: string | undefined;
  /** What could not be mended on the way. */
  readonly error?: AppError;
};

/** An examination that is under way, as seen by whoever makes it. */
export type ExaminationRun = {
  readonly signal: AbortSignal;
  readonly tell: (step: ObsDoctorStep, checks?: readonly ObsCheck[]) => void;
};

export type Examinations = {
  readonly state: () => Pick<ObsState, 'examination' | 'reports'>;
  /** Only one at a time. Its end is in the reports, whatever it was. */
  readonly run: (
    overlayId: string,
    work: (run: ExaminationRun) => Promise<Result<Examined>>,
  ) => Promise<Result<readonly ObsCheck[]>>;
  readonly stop: () => void;
  /** OBS is not any more as the reports say. */
  readonly outdate: () => void;
  readonly picture: (overlayId: string) => string | undefined;
};

/** The answer to who wants another examination while one is under way. */
export const doctorBusy = appError(
  'conflict',
  { en: 'The doctor is at work already.', 'zh-CN': '检查正在进行中。' },
  { remedy: { en: 'Wait until it is done, or stop it.', 'zh-CN': '请等待完成或先停止。' }, retryable: true },
);

/** Keeps account of the doctor's work: what is under way, and what was found last, for each overlay. */
export const createExaminations = (options: {
  readonly clock: Pick<Clock, 'now'>;
  readonly onChange: () => void;
}): Examinations => {
  const { clock, onChange } = options;
  const reports = new Map<string, ObsReport>();
  const pictures = new Map<string, string>();
  let current: { readonly about: ObsExamination; readonly stop: AbortController } | undefined;

  const finish = (overlayId: string, report: Omit<ObsReport, 'at' | 'hasPicture' | 'stale'>): void => {
    current = undefined;
    const hasPicture = pictures.has(overlayId);
    reports.set(overlayId, { ...report, at: clock.now(), hasPicture, stale: false });
    onChange();
  };

  const conclude = (overlayId: string, answer: Result<Examined>, cancelled: boolean): void => {
    if (!answer.ok) {
      const checks = reports.get(overlayId)?.checks ?? [];
      finish(overlayId, { outcome: 'failed', error: answer.error, checks });
      return;
    }
    const { checks, picture, error } = answer.value;
    if (picture === undefined) pictures.delete(overlayId);
    else pictures.set(overlayId, picture);
    const outcome = cancelled ? 'cancelled' : error === undefined ? 'finished' : 'failed';
    finish(overlayId, { outcome, checks: [...checks], ...(error === undefined ? {} : { error }) });
  };

  const run: Examinations['run'] = async (overlayId, work) => {
    if (current !== undefined) return err(doctorBusy);
    const stop = new AbortController();
    const since = clock.now();
    const tell: ExaminationRun['tell'] = (step, checks) => {
      const known = checks ?? current?.about.checks ?? [];
      current = { stop, about: { overlayId, step, since, checks: [...known] } };
      onChange();
    };
    tell('connecting', []);
    try {
      const answer = await work({ signal: stop.signal, tell });
      conclude(overlayId, answer, stop.signal.aborted);
      return answer.ok ? ok(answer.value.checks) : answer;
    } finally {
      // A bug on the way must not leave the doctor at work for ever.
      if (current !== undefined) {
        current = undefined;
        onChange();
      }
    }
  };

  return {
    run,
    state: () => ({
      ...(current === undefined ? {} : { examination: current.about }),
      reports: Object.fromEntries(reports),
    }),
    stop: () => current?.stop.abort(),
    outdate: () => {
      for (const [overlayId, report] of reports) reports.set(overlayId, { ...report, stale: true });
    },
    picture: (overlayId) => pictures.get(overlayId),
  };
};
