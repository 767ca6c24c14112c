import { errors } from '@playwright/test';
import type { Stage } from './stage.ts';
import { HELD_WORD, ROOM } from './stage.ts';

/** What a marked comment begins with: a bar that the frames can be searched for. */
const BAR = '█'.repeat(8);

export type DeedKind = 'hide' | 'mute' | 'ban';
/** One thing that the VJ did, and what was to come of it. */
export type Deed = { readonly kind: DeedKind; readonly userId: string; readonly text: string };

const keys: Readonly<Record<DeedKind, string>> = { hide: 'h', mute: 'm', ban: 'b' };
export const actionTypes: Readonly<Record<DeedKind, string>> = {
  hide: 'hide-comment',
  mute: 'mute',
  ban: 'ban',
};

const PATIENCE_MS = 20_000;

/** A viewer speaks; answers the service's code. */
export const viewerSays = async (stage: Stage, userId: string, text: string): Promise<number> =>
  (
    await stage.parts.service.controlCall<{ readonly code: number }>('say', {
      roomId: ROOM,
      userId,
      nick: userId,
      text,
    })
  ).code;

/** The hands of the VJ: everything goes through the panel's page, by pointer and key. */
export const createVj = (stage: Stage) => {
  const feed = () => stage.parts.panel.getByLabel(/^Comments in/).first();
  const line = (text: string) => feed().getByText(text, { exact: true }).last();

  const selected = (text: string) =>
    feed().locator('[role="treeitem"][aria-selected="true"]').filter({ hasText: text });

  const sees = (text: string): Promise<boolean> =>
    line(text)
      .waitFor({ timeout: PATIENCE_MS })
      .then(
        () => true,
        () => false,
      );

  const rest = async () => {
    // The pointer on a selected row holds the feed still; taking it away lets it go on.
    await stage.parts.panel.mouse.move(2, 2);
    await stage.parts.panel.keyboard.press('Escape');
    await stage.parts.panel.keyboard.press('End');
  };

  return {
    sees,
    /** A marked comment that the word rules hold; it may be in the feed, and never on the picture. */
    seesHeld: async (tag: string): Promise<boolean> => {
      const text = `${BAR} ${HELD_WORD} ${tag}`;
      await viewerSays(stage, `held-${tag}`, text);
      return sees(text);
    },
    /** Lets the victims of the coming deeds speak, and waits until each is on the VJ's screen. */
    prepare: async (tag: string, kinds: readonly DeedKind[]): Promise<readonly Deed[]> => {
      const deeds = kinds.map((kind) => ({
        kind,
        userId: `${kind}-${tag}`,
        text: `${kind === 'hide' ? `${BAR} ` : ''}${kind} me ${tag}`,
      }));
      for (const { userId, text } of deeds) await viewerSays(stage, userId, text);
      for (const { text } of deeds) await line(text).waitFor();
      return deeds;
    },
    /** Answers whether the key was pressed on the row that was meant; it cannot be where Livedeck is gone. */
    does: async ({ kind, text }: Deed, patienceMs = PATIENCE_MS): Promise<boolean> => {
      try {
        // As a person does: with the pointer over it the feed holds still, and the press is on the row that was meant.
        await line(text).hover({ timeout: patienceMs });
        await line(text).click({ timeout: patienceMs });
        await selected(text).waitFor({ timeout: patienceMs });
      } catch (error) {
        // Only this is expected here; anything else is a mistake of the test.
        if (error instanceof errors.TimeoutError) return false;
        throw error;
      }
      await stage.parts.panel.keyboard.press(keys[kind]);
      await rest();
      return true;
    },
  };
};
export type Vj = ReturnType<typeof createVj>;
