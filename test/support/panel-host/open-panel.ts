import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { lostSocket, noteComplaints } from '../note-complaints.ts';
import { type PanelHost, startPanelHost } from '../panel-host.ts';
import { roomKeyOf } from './world.ts';

export type OpenPanel = Awaited<ReturnType<typeof openPanel>>;

/** Opens a built panel in a real browser against the stand-in host, with rooms that have a past. */
export const openPanel = async (
  browser: Browser,
  folder: string,
  options: {
    readonly rooms?: readonly string[];
    readonly past?: number;
    readonly context?: BrowserContextOptions;
    readonly before?: (host: PanelHost) => void;
  } = {},
) => {
  const host = await startPanelHost({ root: folder });
  const rooms = options.rooms ?? ['night-show'];
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options.context,
  });
  const complaints: string[] = [];
  const page = await context.newPage();
  noteComplaints(page, complaints, lostSocket);
  if (rooms.length > 0) await host.open(rooms, options.past ?? 120);
  options.before?.(host);
  await page.goto(host.url);
  if (rooms.length > 0) await feedOf(page, rooms.at(-1) ?? '').waitFor();
  return {
    host,
    page,
    /** What the browser's console had to say: bugs and breaches of the content security policy. */
    complaints,
    close: async () => {
      await context.close();
      await host.close();
    },
  };
};

const feedId = (roomId: string) => `feed:${encodeURIComponent(roomKeyOf(roomId))}`;

export const feedOf = (page: Page, roomId: string) => page.locator(`[id="${feedId(roomId)}"]`);

export const selectedRow = (page: Page) => page.locator('[role="treeitem"][aria-selected="true"]');

export type Placed = { readonly id: string; readonly top: number; readonly text: string };

/** The rows that can be seen whole in a feed now, with where they stand. */
export const rowsInSight = (page: Page, roomId: string): Promise<readonly Placed[]> =>
  feedOf(page, roomId).evaluate((feed) => {
    const frame = feed.getBoundingClientRect();
    return [...feed.querySelectorAll<HTMLElement>('[data-row]')]
      .map((row) => ({ row, box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.top >= frame.top && box.bottom <= frame.bottom)
      .map(({ row, box }) => ({ id: row.dataset.row ?? '', top: box.top, text: row.textContent ?? '' }));
  });

/** How far a feed is from its newest line, px. */
export const fromEnd = (page: Page, roomId: string): Promise<number> =>
  feedOf(page, roomId).evaluate((feed) => feed.scrollHeight - feed.clientHeight - feed.scrollTop);
