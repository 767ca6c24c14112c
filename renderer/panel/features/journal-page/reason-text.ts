import type { JournalEntry } from '../../../../main/contract/models/action.ts';
import { PANIC_REASON } from '../../../../main/contract/models/panic.ts';
import type { Text } from '../../i18n/index.ts';
import { isolatedText } from '../feed/index.ts';

/** A person's own words as they are; those that Livedeck put there in the reader's language. */
export const reasonText = (
  { reason, because }: Pick<JournalEntry, 'reason' | 'because'>,
  { t, local }: Pick<Text, 't' | 'local'>,
): string =>
  reason === PANIC_REASON
    ? t('journal.reasonPanic')
    : isolatedText(because === undefined ? reason : local(because), 200);
