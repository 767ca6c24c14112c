import type { Page } from '@playwright/test';

/** What a form is worked with, found as a person finds it, on the page that is open now. */
export const byRole = (page: () => Page) => ({
  button: (name: string | RegExp) => page().getByRole('button', { name }),
  exactButton: (name: string) => page().getByRole('button', { name, exact: true }),
  field: (name: string) => page().getByRole('textbox', { name }),
  /** A password field has no role. */
  secret: (name: string) => page().getByLabel(name, { exact: true }),
  account: (index: number) => page().getByRole('listitem').and(page().locator('[data-account]')).nth(index),
});
