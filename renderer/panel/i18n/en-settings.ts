/** English: pages on their way, the settings page, keys and diagnostics. */
export const enSettings = {
  'page.loading': '{{page}} is loading',
  'page.missingTitle': '{{page}} could not be loaded',
  'page.missingText':
    'Livedeck was probably stopped or updated while this window was open, so this page did not arrive. The deck goes on. Try again; if that does not help, load the panel again.',
  'page.missingAgain': 'Try again',
} as const;
