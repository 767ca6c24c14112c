import { z } from 'zod';
import { done } from '../../answer.ts';
import type { World } from '../../world.ts';
import { openCommand, type SocketCommand, userCommand } from '../command.ts';
import { purchaseBits } from './login.ts';

const anything = z.unknown();
const plain = (fields: Readonly<Record<string, unknown>> = {}): SocketCommand =>
  userCommand(anything, () => done(fields));

/** What the SDK fetches as its cloud config; all values are strings (sdk-wire 4). */
const cloudConfig = (world: World): Record<string, string> => {
  const { settings, identity } = world;
  const appId = String(identity.sdkAppId);
  return {
    polling_interval: String(settings.pollingIntervalMs),
    polling_no_msg_count: String(settings.pollingIdleAfter),
    polling_interval_plus: String(settings.pollingIdleMs),
    ...(settings.telemetry ? {} : { evt_rpt_sdkappid_bl: appId, q_rpt_sdkappid_bl: appId }),
  };
};

export const configBody = (world: World): Record<string, unknown> => ({
  int32_error_code: 0,
  str_error_message: '',
  str_json_config: JSON.stringify(cloudConfig(world)),
  uint32_expired_time: 3_600,
  uint32_sdkappid: world.identity.sdkAppId,
  uint64_version: world.clock.now(),
});

export const bitsBody = (world: World): Record<string, unknown> => ({
  int32_error_code: 0,
  str_error_message: '',
  str_purchase_bits: purchaseBits(world),
  uint32_expired_time: 3_600,
});

/** Requests of the SDK's start, in the order of sdk-wire 4. Without `StartIndex` and `CompleteFlag` two of them loop for ever. */
export const startUpCommands: Readonly<Record<string, SocketCommand>> = {
  'sns.black_list_get': plain({ BlackListItem: [], StartIndex: 0, CurruentSequence: 0, CompleteFlag: 1 }),
  'recentcontact.page_get': userCommand(anything, ({ world }) =>
    done({
      CompleteFlag: 1,
      SessionItem: [],
      TimeStamp: world.clock.seconds(),
      StartIndex: 0,
      TopTimeStamp: 0,
      TopStartIndex: 0,
    }),
  ),
  'recentcontact.get_contact_group': plain({ CompleteFlag: 1, GroupItem: [], StartIndex: 0 }),
  // Live rooms are never in these lists (sdk-wire 4).
  'group_open_http_svc.get_joined_group_list': plain({ TotalCount: 0, GroupIdList: [] }),
  'million_group_open_http_svc.get_joined_group_list': plain({ TotalCount: 0, GroupIdList: [] }),
  'openim.getmsg': plain({ Cookie: 'rehearsal', SyncFlag: 2, MsgList: [], EventArray: [] }),
  'sns.friend_get': plain({
    UserDataItem: [],
    FriendNum: 0,
    CompleteFlag: 1,
    NextStartIndex: 0,
    StandardSequence: 0,
    CustomSequence: 0,
  }),
  'sns.group_get': plain({ ResultItem: [], CurrentSequence: 0 }),
  'sns.pendency_get': plain({
    PendencyItem: [],
    UnreadPendencyCount: 0,
    StartTime: 0,
    CurrentPendencySequence: 0,
  }),
  'im_sdk_config_mgr.fetch_config': openCommand(anything, ({ world }) => done(configBody(world))),
  'im_sdk_config_mgr.fetch_imsdk_purchase_bitsv2': openCommand(anything, ({ world }) =>
    done(bitsBody(world)),
  ),
  'recentcontact.search_contact_group': plain(),
  'imopenstat.tim_web_report_v2': openCommand(anything, () => done()),
  'openim.ws_msg_push_ack': openCommand(anything, () => done()),
};
