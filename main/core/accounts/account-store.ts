import { z } from 'zod';
import type { Localized } from '../../contract/app-error.ts';
import {
  type IssuedPass,
  issuedPassSchema,
  keyKindSchema,
  protections,
  regionNameSchema,
} from '../../contract/models/account.ts';
import { passRightSchema } from '../../contract/models/pass.ts';
import { roomIdSchema } from '../../contract/models/room.ts';
import type { DocumentFile } from '../ports.ts';
import { openDocument } from '../settings/documents.ts';

/** Where a private deployment or a test is reached. */
export const addressSchema = z.object({ rest: z.string().optional(), socket: z.string() });
export type Address = Readonly<z.infer<typeof addressSchema>>;

const base = {
  id: z.string().min(1).max(100),
  label: z.string(),
  sdkAppId: z.number().int(),
  userId: z.string(),
  nick: z.string(),
  /** How its secret is kept; the secret itself is in the vault. */
  keptBy: z.enum(protections),
  /** Whether it is to be opened at the next start, and with which rooms. */
  open: z.boolean(),
  rooms: z.array(roomIdSchema),
  address: addressSchema.optional(),
};

const storedAccountSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('key-holder'),
    ...base,
    adminUserId: z.string(),
    region: regionNameSchema,
    key: keyKindSchema,
    passes: z.array(issuedPassSchema),
    /** The service was found to allow one room a user: further rooms are read with further users. */
    oneRoomEach: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('usersig-endpoint'),
    ...base,
    url: z.string(),
    headerName: z.string().optional(),
  }),
  z.object({
    kind: z.literal('pass'),
    ...base,
    pass: z.object({
      rooms: z.array(roomIdSchema),
      may: z.array(passRightSchema),
      issuedAt: z.number(),
      expiresAt: z.number(),
    }),
  }),
]);
export type StoredAccount = Readonly<z.infer<typeof storedAccountSchema>>;
export type StoredKind = StoredAccount['kind'];
export type StoredOf<K extends StoredKind> = Extract<StoredAccount, { readonly kind: K }>;

export const accountsDocumentSchema = z.object({
  version: z.literal(1).default(1),
  accounts: z.record(z.string(), storedAccountSchema).default({}),
});

type Change = Partial<Pick<StoredAccount, 'open' | 'rooms'>>;

/** The accounts of this data folder. Nothing secret is in the document. */
export const openAccountStore = (options: {
  readonly file: DocumentFile;
  readonly now: () => number;
  readonly report: (text: Localized) => void;
}) => {
  const document = openDocument({ ...options, schema: accountsDocumentSchema });
  const all = () => document.get().accounts;
  const write = (accounts: Readonly<Record<string, StoredAccount>>) =>
    document.set({ version: 1, accounts: { ...accounts } });
  const get = (id: string): StoredAccount | undefined => (Object.hasOwn(all(), id) ? all()[id] : undefined);
  const put = (account: StoredAccount) => write({ ...all(), [account.id]: account });

  return {
    get,
    put,
    list: (): readonly StoredAccount[] => Object.values(all()),
    change: (id: string, change: Change) => {
      const account = get(id);
      if (account !== undefined) put({ ...account, ...change });
    },
    /** Changes the list of passes that a key holder gave out. */
    changePasses: (id: string, change: (passes: readonly IssuedPass[]) => readonly IssuedPass[]) => {
      const account = get(id);
      if (account?.kind === 'key-holder') put({ ...account, passes: [...change(account.passes)] });
    },
    /** Remembers that the service allows this account one room a user. */
    seatEach: (id: string) => {
      const account = get(id);
      if (account?.kind === 'key-holder') put({ ...account, oneRoomEach: true });
    },
    remove: (id: string) => {
      const { [id]: _gone, ...others } = all();
      write(others);
    },
    /** Another account that would sign in as the same user of the same app. */
    rival: (one: Pick<StoredAccount, 'sdkAppId' | 'userId'>, exceptId: string | undefined) =>
      Object.values(all()).find(
        (other) => other.id !== exceptId && other.sdkAppId === one.sdkAppId && other.userId === one.userId,
      ),
  };
};
export type AccountStore = ReturnType<typeof openAccountStore>;
