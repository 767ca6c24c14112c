import { describe, expect, it } from 'vitest';
import type { Language, Localized } from '../../../main/contract/app-error.ts';
import { PANIC_REASON } from '../../../main/contract/models/panic.ts';
import { reasonText } from '../../../renderer/panel/features/journal-page/reason-text.ts';
import { createI18n, loadMessages, type Translate } from '../../../renderer/panel/i18n/index.ts';

const textIn = async (language: Language) => ({
  t: createI18n(language, await loadMessages(language)).t as unknown as Translate,
  local: (words: Localized) => words[language],
});

const denied = {
  reason: 'Denied; held: 微信 as `V x`',
  because: { en: 'Denied; held: 微信 as `V x`', 'zh-CN': '已拒绝；待审：微信，写作“V x”' },
};

describe('the reason of an entry', () => {
  it('is in the reader’s language where Livedeck acted by itself', async () => {
    const chinese = await textIn('zh-CN');
    expect(reasonText(denied, chinese)).toBe('已拒绝；待审：微信，写作“V x”');
    expect(reasonText({ reason: PANIC_REASON }, chinese)).toBe('紧急状态');
    expect(reasonText(denied, await textIn('en'))).toBe('Denied; held: 微信 as `V x`');
  });

  it('is a moderator’s own words as they are, and so are the reasons of older entries', async () => {
    const chinese = await textIn('zh-CN');
    expect(reasonText({ reason: 'sells followers' }, chinese)).toBe('sells followers');
    expect(reasonText({ reason: 'Nobody approved it in time' }, chinese)).toBe('Nobody approved it in time');
  });
});
