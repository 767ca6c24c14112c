import type { ModerateCommand, VendorFailure } from '../contract/feed-port.ts';
import { assertNever } from '../contract/result.ts';
import { type Sdk, vendorFailure } from './sdk.ts';

/** The SDK recalls a message object, of which the service reads the room and the sequence only (sdk-wire 8). */
const recall = (sdk: Sdk, roomId: string, seq: number): Promise<unknown> => {
  const stand = sdk.createTextMessage({
    to: roomId,
    conversationType: 'GROUP',
    priority: 'Normal',
    payload: { text: ' ' },
  });
  return sdk.revokeMessage(Object.assign(stand as object, { sequence: seq, status: 'success' }));
};

const request = (sdk: Sdk, { roomId: groupID, act }: ModerateCommand): Promise<unknown> => {
  switch (act.type) {
    case 'mute':
      return sdk.setGroupMemberMuteTime({ groupID, userID: act.userId, muteTime: act.seconds });
    case 'mute-all':
      return sdk.updateGroupProfile({ groupID, muteAllMembers: act.on });
    case 'ban':
      // In a live room this bans for so long (tencent-im C6).
      return sdk.deleteGroupMember({
        groupID,
        userIDList: [act.userId],
        duration: act.seconds,
        reason: act.reason,
      });
    case 'warn':
      return sdk.sendMessage(
        sdk.createTextMessage({
          to: act.userId,
          conversationType: 'C2C',
          priority: 'High',
          payload: { text: act.text },
        }),
      );
    case 'recall':
      return recall(sdk, groupID, act.seq);
    default:
      return assertNever(act);
  }
};

/** Does one act of moderation as the signed-in user; undefined where the service took it. */
export const moderate = async (
  sdk: Sdk | undefined,
  command: ModerateCommand,
): Promise<VendorFailure | undefined> => {
  if (sdk === undefined) return { code: 2024, info: '' };
  try {
    await request(sdk, command);
    return undefined;
  } catch (reason) {
    return vendorFailure(reason);
  }
};
