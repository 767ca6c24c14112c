import TencentCloudChat from '@tencentcloud/chat';
import { z } from 'zod';
import type { VendorFailure } from '../contract/feed-port.ts';

/** The SDK calls that the feed process makes. The SDK's own typings say `any` for most answers. */
export type Sdk = {
  readonly login: (who: { readonly userID: string; readonly userSig: string }) => Promise<unknown>;
  readonly logout: () => Promise<unknown>;
  readonly destroy: () => Promise<unknown>;
  readonly on: (event: string, handler: (event: { readonly data: unknown }) => void) => void;
  readonly joinGroup: (room: { readonly groupID: string }) => Promise<unknown>;
  readonly quitGroup: (roomId: string) => Promise<unknown>;
  readonly searchGroupByID: (roomId: string) => Promise<unknown>;
  readonly getGroupOnlineMemberCount: (roomId: string) => Promise<unknown>;
  readonly createTextMessage: (message: OutgoingMessage) => unknown;
  readonly createCustomMessage: (message: OutgoingMessage) => unknown;
  readonly sendMessage: (message: unknown) => Promise<unknown>;
  readonly revokeMessage: (message: unknown) => Promise<unknown>;
  readonly setGroupMemberMuteTime: (mute: {
    readonly groupID: string;
    readonly userID: string;
    readonly muteTime: number;
  }) => Promise<unknown>;
  readonly updateGroupProfile: (change: {
    readonly groupID: string;
    readonly muteAllMembers: boolean;
  }) => Promise<unknown>;
  readonly deleteGroupMember: (ban: {
    readonly groupID: string;
    readonly userIDList: readonly string[];
    readonly duration: number;
    readonly reason: string;
  }) => Promise<unknown>;
  readonly setLogLevel: (level: number) => void;
};

export type OutgoingMessage = {
  readonly to: string;
  readonly conversationType: 'GROUP' | 'C2C';
  readonly priority: string;
  readonly payload: Readonly<Record<string, string>>;
};

export const sdkEvent = {
  ready: 'sdkStateReady',
  notReady: 'sdkStateNotReady',
  messages: 'onMessageReceived',
  revoked: 'onMessageRevoked',
  counter: 'onGroupCounterUpdated',
  kickedOut: 'kickedOut',
} as const;

type Factory = { readonly create: (options: Readonly<Record<string, unknown>>) => Sdk };

/**
 * Makes the SDK instance. `unlimitedAVChatRoom` keeps earlier rooms when another is joined (sdk-wire 6.3). The socket
 * class must be in place before: the SDK opens its socket inside `create()`. Each instance begins with the app's own
 * host of the vendor's, and goes on to others only once it is signed in; `skipOwnHost` begins with the next one.
 */
export const createSdk = (options: {
  readonly sdkAppId: number;
  readonly proxyServer?: string;
  readonly Socket: unknown;
  readonly skipOwnHost: boolean;
}): Sdk => {
  Object.assign(globalThis, { WebSocket: options.Socket });
  const sdk = (TencentCloudChat as unknown as Factory).create({
    SDKAppID: options.sdkAppId,
    unlimitedAVChatRoom: true,
    disableIndependentDomain: options.skipOwnHost,
    ...(options.proxyServer !== undefined && { proxyServer: options.proxyServer }),
  });
  sdk.setLogLevel(4);
  return sdk;
};

const failureSchema = z.object({
  code: z.number().int().catch(-1),
  message: z.string().catch(''),
});

/** What the SDK rejects with, as numbers and words. Its message is often empty (sdk-wire 10). */
export const vendorFailure = (reason: unknown): VendorFailure => {
  const read = failureSchema.safeParse(reason);
  return read.success ? { code: read.data.code, info: read.data.message } : { code: -1, info: '' };
};
