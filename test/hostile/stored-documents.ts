import { obsSettingsSchema } from '../../main/contract/models/obs.ts';
import { settingsSchema } from '../../main/contract/models/settings.ts';
import { accountsDocumentSchema } from '../../main/core/accounts/account-store.ts';
import { panelPlaceSchema } from '../../main/core/desktop/panel-place.ts';
import { overlaysDocumentSchema } from '../../main/core/overlay/overlays-document.ts';
import { overlayWindowsDocumentSchema } from '../../main/core/overlay-windows/overlay-windows-document.ts';
import { panicDocumentSchema } from '../../main/core/panic/panic-parts.ts';
import { strikesDocumentSchema } from '../../main/core/word-book/strikes.ts';
import { wordsDocumentSchema } from '../../main/core/word-book/words-document.ts';

const account = {
  id: 'a1',
  kind: 'key-holder',
  label: 'Night',
  sdkAppId: 1_400_000_000,
  userId: 'vj',
  nick: 'Moon',
  keptBy: 'memory',
  open: true,
  rooms: ['night-show'],
  adminUserId: 'administrator',
  region: 'china',
  key: { version: 'v2', algorithm: 'HMAC-SHA256' },
  passes: [],
};

/** Every document that Livedeck keeps as JSON: its name, its schema, and what may stand in it. */
export const storedDocuments = [
  ['settings', settingsSchema, {}],
  ['obs', obsSettingsSchema, {}],
  ['overlays', overlaysDocumentSchema, {}],
  ['overlay-windows', overlayWindowsDocumentSchema, {}],
  ['panel-place', panelPlaceSchema, { bounds: { x: 0, y: 0, width: 900, height: 600 } }],
  ['panic', panicDocumentSchema, { blankBefore: ['main'] }],
  ['strikes', strikesDocumentSchema, { people: { '1400000000:troll': [1, 2, 3] } }],
  ['words', wordsDocumentSchema, { groups: [], pages: ['spam'] }],
  ['accounts', accountsDocumentSchema, { accounts: { a1: account } }],
] as const;
