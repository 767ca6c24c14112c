import type { OverlayTheme } from '../../../../main/contract/models/overlay.ts';

/** Pictures of the real themes over a stage; `npm run pictures` takes them. */
export const thumbnails: Readonly<Record<OverlayTheme, string>> = {
  outline: new URL('./themes/outline.png', import.meta.url).href,
  bubble: new URL('./themes/bubble.png', import.meta.url).href,
  studio: new URL('./themes/studio.png', import.meta.url).href,
  arcade: new URL('./themes/arcade.png', import.meta.url).href,
  paper: new URL('./themes/paper.png', import.meta.url).href,
  night: new URL('./themes/night.png', import.meta.url).href,
};
