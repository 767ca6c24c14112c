import type { CallInput } from '../../main/contract/calls.ts';
import type { Rehearsal } from './rehearsal.ts';

type KeyHolder = Extract<CallInput<'account:add'>, { readonly kind: 'key-holder' }>;
type Service = Pick<Rehearsal, 'sdkAppId' | 'vj' | 'rest' | 'socket' | 'secretKey'>;

/** What a key holder types in to add the service's app, with the key as it is given; it is kept for this run only. */
export const keyHolder = (service: Service, key: KeyHolder['key'] = { text: service.secretKey }) =>
  ({
    kind: 'key-holder',
    sdkAppId: service.sdkAppId,
    userId: service.vj,
    nick: 'Moon',
    address: { rest: service.rest, socket: service.socket },
    protection: { by: 'memory' },
    key,
  }) as const;
