import type { Gift } from './gifts.ts';

/** What somebody wants to put into the room, before it takes the form that the room's apps have agreed on. */
export type Utterance =
  | { readonly kind: 'comment'; readonly text: string }
  /** An on-screen comment, meant to fly over the picture. */
  | { readonly kind: 'danmaku'; readonly text: string }
  | { readonly kind: 'like' }
  | { readonly kind: 'gift'; readonly gift: Gift; readonly count: number }
  | { readonly kind: 'sticker'; readonly index: number; readonly name: string }
  /** What an app tells the others when its user comes or goes; the service's own tip is another thing. */
  | { readonly kind: 'entered' }
  | { readonly kind: 'left' };
