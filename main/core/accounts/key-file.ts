import { z } from 'zod';
import { keyKindSchema } from '../../contract/models/account.ts';
import { openSealedFile, type SealedFile, type SealedFileOptions } from './sealed-file.ts';
import { sealedSchema } from './sealing.ts';

const storedKeySchema = z.object({
  sdkAppId: z.number().int(),
  kind: keyKindSchema,
  sealed: sealedSchema,
});
export type StoredKey = Readonly<z.infer<typeof storedKeySchema>>;

/** The sealed keys on disk. */
export const openKeyFile = (options: SealedFileOptions): SealedFile<StoredKey> =>
  openSealedFile<StoredKey>(options, storedKeySchema);
