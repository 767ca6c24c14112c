import type { Page } from '@playwright/test';

/** Adds whatever the page itself complains of: errors that nobody caught, and what the browser reports as one. */
export const noteComplaints = (
  page: Page,
  complaints: string[],
  isExpected: (text: string) => boolean = () => false,
): void => {
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text())) complaints.push(message.text());
  });
};

/** The browser's own report of a host that is away. */
export const lostSocket = (text: string): boolean => text.includes('/panel-socket');
