import type { AudienceProfile } from '../../../../main/contract/models/rehearsal.ts';
import type { Result } from '../../../../main/contract/result.ts';
import type { Bridge, Topics } from '../../bridge/index.ts';
import type { MessageKey } from '../../i18n/index.ts';
import type { Toasts } from '../toasts/index.ts';

export type RehearsalControl = {
  /** Starts the rehearsal and opens its first room; answers whether the deck has something to show. */
  readonly start: () => Promise<boolean>;
  readonly setAudience: (audience: AudienceProfile) => void;
  readonly stop: () => void;
};

type Plain = Extract<MessageKey, 'failed.rehearsal' | 'failed.audience' | 'failed.stop' | 'failed.open'>;

export const createRehearsalControl = (deps: {
  readonly bridge: Bridge;
  readonly topics: Topics;
  readonly toasts: Toasts;
}): RehearsalControl => {
  const { bridge, topics, toasts } = deps;

  const told = (answer: Result<unknown>, title: Plain, retry: () => void): boolean => {
    if (answer.ok) return true;
    toasts.show({
      title: ({ t }) => t(title),
      troubles: [{ where: undefined, error: answer.error }],
      retry,
    });
    return false;
  };

  /** Opens the first rehearsal room, unless the host has already put a room on the deck. */
  const openFirst = async (roomId: string | undefined): Promise<boolean> => {
    const { accounts = {}, rooms = {} } = topics.values.getState();
    const account = Object.values(accounts).find((one) => one.kind === 'rehearsal');
    if (roomId === undefined || account === undefined || Object.keys(rooms).length > 0) return true;
    const answer = await bridge.call('room:open', { accountId: account.id, roomId });
    return told(answer, 'failed.open', () => void openFirst(roomId));
  };

  const start = async (): Promise<boolean> => {
    const answer = await bridge.call('rehearsal:start', {});
    if (!answer.ok) return told(answer, 'failed.rehearsal', () => void start());
    return openFirst(answer.value.rooms[0]);
  };

  const setAudience = async (audience: AudienceProfile): Promise<void> => {
    const answer = await bridge.call('rehearsal:set-audience', { audience });
    told(answer, 'failed.audience', () => void setAudience(audience));
  };

  const stop = async (): Promise<void> => {
    told(await bridge.call('rehearsal:stop', {}), 'failed.stop', () => void stop());
  };

  return { start, setAudience: (audience) => void setAudience(audience), stop: () => void stop() };
};
