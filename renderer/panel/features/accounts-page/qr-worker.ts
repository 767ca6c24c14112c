import { readQrPicture } from './qr-reader.ts';

/** A thread of its own, so that the feed goes on while a large photo is looked through. One picture, one answer. */
addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.data instanceof Blob) void readQrPicture(event.data).then((answer) => postMessage(answer));
});
