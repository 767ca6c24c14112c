import { type Answer, refuse } from '../answer.ts';
import { verifyAccount } from '../verify-account.ts';
import type { World } from '../world.ts';

/** Who calls: the admin's UserID, or the refusal for a call without the right to be made. */
export const authenticateAdmin = (world: World, query: URLSearchParams): Answer | string => {
  const sdkAppId = query.get('sdkappid');
  if (sdkAppId === null || sdkAppId === '') return refuse(60012);
  if (!/^\d{1,10}$/.test(sdkAppId)) return refuse(60006);
  if (Number(sdkAppId) !== world.identity.sdkAppId) return refuse(70020, sdkAppId);
  const identifier = query.get('identifier') ?? '';
  if (identifier === '') return refuse(60004, 'identifier is missing');
  const verdict = verifyAccount(world, identifier, query.get('usersig') ?? '');
  if ('ErrorCode' in verdict) return verdict;
  return identifier === world.identity.admin ? identifier : refuse(60010, identifier);
};
