import type { Comment, FeedItem } from '../../../../main/contract/models/feed-item.ts';

type Frame = { readonly event?: string; readonly payload?: { readonly items: readonly FeedItem[] } };

/** Hands on the comments that come over the panel's own socket. */
export const listen = (take: (comments: readonly Comment[]) => void): (() => void) => {
  const socket = new WebSocket(`ws://${window.location.host}/panel-socket`);
  socket.addEventListener('open', () => document.body.setAttribute('data-listening', ''));
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const frame = JSON.parse(data) as Frame;
    if (frame.event !== 'feed:batch' || frame.payload === undefined) return;
    take(frame.payload.items.filter((item) => item.kind === 'comment'));
  });
  return () => socket.close();
};
