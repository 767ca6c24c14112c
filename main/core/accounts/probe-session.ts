import { type AppError, appError } from '../../contract/app-error.ts';
import {
  type FeedCommand,
  type FeedEvent,
  feedEventSchema,
  type VendorFailure,
} from '../../contract/feed-port.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Ports } from '../ports.ts';
import type { AccountIdentity } from './account-session.ts';

/** Signing in or joining takes a second or two; the SDK itself gives up after 15 s (sdk-wire 1). */
const STEP_MS = 18_000;
const GOODBYE_MS = 1500;

const noAnswer: AppError = appError(
  'timeout',
  { en: 'The service did not answer in time.', 'zh-CN': '服务未及时应答。' },
  {
    remedy: {
      en: 'Check this computer’s network, proxy and firewall, and the socket address.',
      'zh-CN': '请检查本机网络、代理、防火墙以及 Socket 地址。',
    },
    retryable: true,
  },
);

export type Probe = Readonly<{ socket: Result<null>; room: Result<null> | undefined }>;

type Judge = (event: FeedEvent) => Result<null> | undefined;

/** Signs in once in a feed process of its own, joins a room where one is named, and leaves again. */
export const probeSession = async (
  { startFeedProcess, clock }: Pick<Ports, 'startFeedProcess' | 'clock'>,
  identity: AccountIdentity,
  userSig: string,
  roomId: string | undefined,
  explain: (failure: VendorFailure) => AppError,
): Promise<Probe> => {
  const channel = startFeedProcess();
  const listeners = new Set<(event: FeedEvent | 'gone') => void>();
  const tell = (event: FeedEvent | 'gone') => {
    for (const listener of listeners) listener(event);
  };
  channel.onMessage((raw) => {
    const parsed = feedEventSchema.safeParse(raw);
    if (parsed.success) tell(parsed.data);
  });
  const gone = new Promise<void>((resolve) => {
    channel.onExit(() => {
      tell('gone');
      resolve();
    });
  });
  const post = (command: FeedCommand) => channel.post(command);
  /** What the service said last while it was too busy for a login that is tried again. */
  let busy: AppError | undefined;

  const until = (judge: Judge): Promise<Result<null>> =>
    new Promise((resolve) => {
      const end = (result: Result<null>) => {
        clock.clearTimeout(timer);
        listeners.delete(listen);
        resolve(result);
      };
      const listen = (event: FeedEvent | 'gone') => {
        const result = event === 'gone' ? err(noAnswer) : judge(event);
        if (result !== undefined) end(result);
      };
      const timer = clock.setTimeout(() => end(err(busy ?? noAnswer)), STEP_MS);
      listeners.add(listen);
    });

  const signIn = (): Promise<Result<null>> => {
    const { id: accountId, sdkAppId, userId, nick, socketUrl } = identity;
    const proxy = socketUrl === undefined ? {} : { proxyServer: socketUrl };
    const answer = until((event) => {
      if (event.type === 'started')
        post({ type: 'sign-in', accountId, sdkAppId, userId, nick, userSig, countOnline: false, ...proxy });
      if (event.type === 'need-usersig') return err(explain({ code: 70001, info: '' }));
      if (event.type !== 'link') return undefined;
      if (event.link.state === 'up') return ok(null);
      if (event.link.state === 'down') busy = event.link.failure && explain(event.link.failure);
      return event.link.state === 'refused' ? err(explain(event.link.failure)) : undefined;
    });
    return answer;
  };

  const join = (room: string): Promise<Result<null>> => {
    const answer = until((event) => {
      if (event.type !== 'room' || event.roomId !== room) return undefined;
      if (event.state.state === 'joined' || event.state.state === 'live') return ok(null);
      if (event.state.state === 'joining') return undefined;
      return err(event.state.failure === undefined ? noAnswer : explain(event.state.failure));
    });
    post({ type: 'join', roomId: room });
    return answer;
  };

  const socket = await signIn();
  const room = socket.ok && roomId !== undefined ? await join(roomId) : undefined;
  const force = clock.setTimeout(channel.kill, GOODBYE_MS);
  post({ type: 'quit' });
  await gone;
  clock.clearTimeout(force);
  return { socket, room };
};
