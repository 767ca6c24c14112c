import { z } from 'zod';

/** The two languages that the product speaks, as BCP 47 tags. */
export const languages = ['en', 'zh-CN'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

/** One text in every language that the product speaks. */
export const localizedSchema = z.object({ en: z.string(), 'zh-CN': z.string() });
export type Localized = Readonly<z.infer<typeof localizedSchema>>;

/** Kinds of expected failure. The kind decides what a caller does; the text is for people. */
export const appErrorCodes = [
  'invalid-input',
  'not-allowed',
  'not-found',
  'not-ready',
  'unavailable',
  'timeout',
  'rate-limited',
  'refused-by-service',
  'conflict',
  'storage',
  'damaged',
  'internal',
] as const;

export const appErrorSchema = z.object({
  code: z.enum(appErrorCodes),
  /** What happened and what it means, in plain words. */
  text: localizedSchema,
  /** What the person can do about it. */
  remedy: localizedSchema.optional(),
  /** The vendor's own code and words, shown small beside the text. */
  vendor: z.object({ code: z.number().int(), info: z.string() }).optional(),
  /** Whether the same request may succeed when it is sent again unchanged. */
  retryable: z.boolean(),
});

export type AppErrorCode = (typeof appErrorCodes)[number];
export type AppError = Readonly<z.infer<typeof appErrorSchema>>;

/** Builds an {@link AppError}; `retryable` is false unless said otherwise. */
export const appError = (
  code: AppErrorCode,
  text: Localized,
  extra: Partial<Omit<AppError, 'code' | 'text'>> = {},
): AppError => ({ code, text, retryable: false, ...extra });
