import { type AppError, appError } from '../../contract/app-error.ts';
import type { VendorFailure } from '../../contract/feed-port.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../ports.ts';

/** The SDK gives up after 15 s (sdk-wire 1); a little more for the way between the processes. */
const TIMEOUT_MS = 17_000;

export const notConnected: AppError = appError(
  'unavailable',
  {
    en: 'This room is not connected right now, so nothing was sent.',
    'zh-CN': '房间当前未连接，消息未发送。',
  },
  {
    remedy: {
      en: 'Wait until it is live again, then send it once more.',
      'zh-CN': '请等待恢复连接后重新发送。',
    },
    retryable: true,
  },
);

const messageUnanswered = appError(
  'timeout',
  {
    en: 'The service did not answer in time. The message may or may not have reached the room.',
    'zh-CN': '服务未及时响应，消息可能已送达，也可能未送达。',
  },
  {
    remedy: {
      en: 'Look for it in the feed before you send it again.',
      'zh-CN': '重新发送前，请先在消息流中确认。',
    },
    retryable: true,
  },
);

type Waiting = {
  readonly settle: (result: Result<{ itemId: string }>) => void;
  readonly timer: NodeJS.Timeout;
};

/** Sends that are on their way through a feed process. Every one of them ends: sent, refused, timed out or lost. */
export const createPendingSends = (options: {
  readonly clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
  readonly explain: (failure: VendorFailure) => AppError;
  /** What is said of one that got no answer; a message's by default. */
  readonly noAnswer?: AppError;
}) => {
  const { clock, noAnswer = messageUnanswered } = options;
  const waiting = new Map<string, Waiting>();

  const settle = (requestId: string, result: Result<{ itemId: string }>) => {
    const one = waiting.get(requestId);
    if (one === undefined) return;
    waiting.delete(requestId);
    clock.clearTimeout(one.timer);
    one.settle(result);
  };

  return {
    wait: (requestId: string): Promise<Result<{ itemId: string }>> =>
      new Promise((resolve) => {
        const timer = clock.setTimeout(() => settle(requestId, err(noAnswer)), TIMEOUT_MS);
        waiting.set(requestId, { settle: resolve, timer });
      }),
    sent: (requestId: string, itemId: string) => settle(requestId, ok({ itemId })),
    refused: (requestId: string, failure: VendorFailure) => settle(requestId, err(options.explain(failure))),
    lost: () => {
      for (const requestId of [...waiting.keys()]) settle(requestId, err(noAnswer));
    },
    notConnected: (requestId: string) => settle(requestId, err(notConnected)),
  };
};
