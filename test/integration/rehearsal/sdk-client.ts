import { createRequire } from 'node:module';
import { WebSocket } from 'ws';
import type { Rehearsal } from '../../support/rehearsal.ts';

/** A message as the SDK hands it to an app; only what the tests look at. */
export type SdkMessage = {
  readonly ID: string;
  readonly type: string;
  readonly from: string;
  readonly to: string | null;
  readonly nick: string;
  readonly avatar: string;
  readonly time: number;
  readonly flow: string;
  readonly sequence: number;
  readonly random: number;
  readonly priority: string;
  readonly status: string;
  readonly isRevoked: boolean;
  readonly hasRiskContent?: boolean;
  readonly isBroadcastMessage?: boolean;
  readonly conversationID: string | null;
  readonly cloudCustomData: string;
  readonly atUserList: readonly string[];
  readonly payload: Readonly<Record<string, unknown>>;
};

type SdkEvent = { readonly name: string; readonly data: unknown };

type Result<T> = Promise<{ readonly code: number; readonly data: T }>;
type Fields = Readonly<Record<string, unknown>>;

/** The part of the real SDK that the tests use. */
type Chat = {
  login(input: { userID: string; userSig: string }): Result<Fields>;
  logout(): Result<Fields>;
  destroy(): Promise<void>;
  on(event: string, handler: (event: SdkEvent) => void): void;
  off(event: string, handler: (event: SdkEvent) => void): void;
  isReady(): boolean;
  setLogLevel(level: number): void;
  getServerTime(): number;
  joinGroup(input: Fields): Result<Fields>;
  quitGroup(groupId: string): Result<Fields>;
  createGroup(input: Fields): Result<Fields>;
  dismissGroup(groupId: string): Result<Fields>;
  getGroupProfile(input: Fields): Result<{ group: Fields }>;
  searchGroupByID(groupId: string): Result<{ group: Fields }>;
  updateGroupProfile(input: Fields): Result<Fields>;
  getGroupOnlineMemberCount(groupId: string): Result<{ memberCount: number }>;
  getGroupMemberList(input: Fields): Result<{ memberList: readonly Fields[]; offset: number }>;
  markGroupMemberList(input: Fields): Result<Fields>;
  setGroupMemberMuteTime(input: Fields): Result<Fields>;
  deleteGroupMember(input: Fields): Result<Fields>;
  setGroupCounters(input: Fields): Result<{ counters: Fields }>;
  increaseGroupCounter(input: Fields): Result<{ counters: Fields }>;
  decreaseGroupCounter(input: Fields): Result<{ counters: Fields }>;
  getGroupCounters(input: Fields): Result<{ counters: Fields }>;
  initGroupAttributes(input: Fields): Result<Fields>;
  setGroupAttributes(input: Fields): Result<Fields>;
  deleteGroupAttributes(input: Fields): Result<Fields>;
  getGroupAttributes(input: Fields): Result<Fields>;
  createTextMessage(input: Fields): SdkMessage;
  createTextAtMessage(input: Fields): SdkMessage;
  createCustomMessage(input: Fields): SdkMessage;
  createFaceMessage(input: Fields): SdkMessage;
  sendMessage(message: SdkMessage): Result<{ message: SdkMessage }>;
  resendMessage(message: SdkMessage): Result<{ message: SdkMessage }>;
  revokeMessage(message: SdkMessage): Result<{ message: SdkMessage }>;
  getMessageList(input: Fields): Result<{ messageList: readonly SdkMessage[] }>;
  getMyProfile(): Result<Fields>;
  getUserProfile(input: Fields): Result<readonly Fields[]>;
  updateMyProfile(input: Fields): Result<Fields>;
  callExperimentalAPI(name: string, value: unknown): Promise<unknown>;
};

type SdkModule = {
  create(options: Fields): Chat;
  readonly EVENT: Readonly<Record<string, string>>;
  readonly TYPES: Readonly<Record<string, string | number>>;
};

/** The SDK closes sockets that are still connecting, on which `ws` emits an error that nobody hears. */
class QuietWebSocket extends WebSocket {
  constructor(...args: ConstructorParameters<typeof WebSocket>) {
    super(...args);
    this.on('error', () => this.close());
  }
}

const require = createRequire(import.meta.url);
const path = require.resolve('@tencentcloud/chat');

/** The SDK keeps one instance per SDKAppID and module, so every client loads the module anew. */
const loadSdk = (): SdkModule => {
  Object.assign(globalThis, { WebSocket: QuietWebSocket });
  delete require.cache[path];
  return require(path) as SdkModule;
};

export type SdkClient = {
  readonly chat: Chat;
  readonly sdk: SdkModule;
  /** All events so far, oldest first. */
  readonly events: readonly SdkEvent[];
  /** The first event, past or future, that is called `EVENT[name]` and fits. */
  event(name: string, fits?: (data: unknown) => boolean): Promise<SdkEvent>;
  /** The next event that is called so and fits. */
  nextEvent(name: string, fits?: (data: unknown) => boolean): Promise<SdkEvent>;
  /** Logs in and waits for SDK_READY. */
  enter(userId: string): Promise<Fields>;
  /** The first message, past or future, that fits. */
  message(fits: (message: SdkMessage) => boolean): Promise<SdkMessage>;
  messages(): readonly SdkMessage[];
  text(roomId: string, text: string, more?: Fields): SdkMessage;
  say(roomId: string, text: string, more?: Fields): Promise<SdkMessage>;
  close(): Promise<void>;
};

/** The unhandled rejections of the SDK's start-up requests would end the process (sdk-wire 14). */
const allowSdkRejections = (() => {
  let isOn = false;
  return () => {
    if (isOn) return;
    isOn = true;
    process.on('unhandledRejection', (reason) => {
      const isSdk = typeof reason === 'object' && reason !== null && 'code' in reason;
      if (!isSdk) throw reason;
    });
  };
})();

/** A few lines of the SDK reach the console at load and create, whatever its log level; they begin with its name. */
const silenceSdk = (() => {
  let isOn = false;
  return () => {
    if (isOn) return;
    isOn = true;
    const { log, info, warn } = console;
    const isSdk = (words: readonly unknown[]): boolean =>
      /^(%c)?\s*(Chat|TIM)\b/.test(words.map(String).join(' '));
    const passOn =
      (write: typeof log) =>
      (...words: readonly unknown[]): void => {
        if (!isSdk(words)) write(...words);
      };
    Object.assign(console, { log: passOn(log), info: passOn(info), warn: passOn(warn) });
  };
})();

/** A client of the real SDK in this process, not yet logged in. */
export const createSdkClient = (rehearsal: Rehearsal, options: Fields = {}): SdkClient => {
  allowSdkRejections();
  silenceSdk();
  const sdk = loadSdk();
  const chat = sdk.create({
    SDKAppID: rehearsal.sdkAppId,
    proxyServer: rehearsal.socket,
    unlimitedAVChatRoom: true,
    ...options,
  });
  chat.setLogLevel(4);
  const events: SdkEvent[] = [];
  const watchers = new Set<(event: SdkEvent) => void>();
  function record(event: SdkEvent): void {
    events.push(event);
    for (const watcher of [...watchers]) watcher(event);
  }
  for (const name of Object.values(sdk.EVENT)) chat.on(name, record);

  const next = <T>(pick: (event: SdkEvent) => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const watcher = (event: SdkEvent): void => {
        const found = pick(event);
        if (found === undefined) return;
        watchers.delete(watcher);
        resolve(found);
      };
      watchers.add(watcher);
    });
  const first = <T>(pick: (event: SdkEvent) => T | undefined): Promise<T> => {
    for (const event of events) {
      const found = pick(event);
      if (found !== undefined) return Promise.resolve(found);
    }
    return next(pick);
  };
  const named =
    (name: string, fits: (data: unknown) => boolean) =>
    (event: SdkEvent): SdkEvent | undefined =>
      event.name === sdk.EVENT[name] && fits(event.data) ? event : undefined;
  const messagesOf = (event: SdkEvent): readonly SdkMessage[] =>
    event.name === sdk.EVENT.MESSAGE_RECEIVED ? (event.data as readonly SdkMessage[]) : [];
  const text = (roomId: string, words: string, more: Fields = {}): SdkMessage =>
    chat.createTextMessage({ to: roomId, conversationType: 'GROUP', payload: { text: words }, ...more });

  return {
    chat,
    sdk,
    events,
    event: (name, fits = () => true) => first(named(name, fits)),
    nextEvent: (name, fits = () => true) => next(named(name, fits)),
    async enter(userId) {
      const ready = next(named('SDK_READY', () => true));
      const { data } = await chat.login({ userID: userId, userSig: rehearsal.userSig(userId) });
      await ready;
      return data;
    },
    message: (fits) => first((event) => messagesOf(event).find(fits)),
    messages: () => events.flatMap(messagesOf),
    text,
    async say(roomId, words, more) {
      const { data } = await chat.sendMessage(text(roomId, words, more));
      return data.message;
    },
    async close() {
      // destroy() logs out first, and rejects with 2024 for someone who is not logged in.
      await chat.destroy().catch((error: { readonly code: number }) => {
        if (error.code !== 2024) throw error;
      });
    },
  };
};

/** A client that is logged in and ready. */
export const signIn = async (
  rehearsal: Rehearsal,
  userId: string,
  options: Fields = {},
): Promise<SdkClient> => {
  const client = createSdkClient(rehearsal, options);
  await client.enter(userId);
  return client;
};

/** The code with which a promise of the SDK, or a synchronous throw of it, fails. */
export const failureOf = async (
  work: () => Promise<unknown>,
): Promise<{ code: number; message: string; data?: unknown }> => {
  try {
    await work();
  } catch (error) {
    return error as { code: number; message: string; data?: unknown };
  }
  throw new Error('the call succeeded');
};
