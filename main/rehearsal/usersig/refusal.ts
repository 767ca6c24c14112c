/** Why a UserSig was not accepted. Codes: tencent-im A2 "Account / UserSig"; the words are ours. */
export type Refusal = { readonly ok: false; readonly code: number; readonly info: string };

const words = {
  70001: 'UserSig expired: generate a new one',
  70002: 'UserSig is empty',
  70003: 'UserSig invalid: it cannot be unpacked, check that it was not cut short',
  70005: 'UserSig invalid: a field is missing or has the wrong form',
  70009: 'UserSig verification failed: check that it was signed with the key of this SDKAppID',
  70013: 'UserID does not match the UserID in UserSig',
  70014: 'SDKAppID does not match the SDKAppID in UserSig',
  70016: 'no public key is set for this SDKAppID, so a v1 UserSig cannot be verified',
  70052: 'UserSig revoked: the account was kicked after it was issued, generate a new one',
} as const;

type RefusalCode = keyof typeof words;

export const refuse = (code: RefusalCode, detail?: string): Refusal => ({
  ok: false,
  code,
  info: detail === undefined ? words[code] : `${words[code]} (${detail})`,
});
