import { PASS_TEXT_MAX } from '../../../../main/contract/models/pass.ts';
import type { Clock } from '../../bridge/index.ts';
import type { PictureAnswer } from './qr-reader.ts';

const TIME_OUT_MS = 30_000;

/** A pass as text or as a link. Any other code, such as that of a shop, is told apart before it is put on the page. */
const PASS = /^(livedeck:(\/\/)?pass[/?#]+)?LDP\d/i;

type Answer =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly problem: Extract<PictureAnswer, { ok: false }>['problem'] | 'otherCode';
    };

const judge = (answer: PictureAnswer): Answer => {
  if (!answer.ok) return answer;
  const isPass = answer.text.length <= PASS_TEXT_MAX && PASS.test(answer.text);
  return isPass ? answer : { ok: false, problem: 'otherCode' };
};

/** The pass in a picture of its QR code. The worker lives for this one picture. */
export const readPassPicture = (picture: Blob, clock: Clock): Promise<Answer> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./qr-worker.ts', import.meta.url), { type: 'module' });
    const end = (answer: Answer) => {
      stop();
      worker.terminate();
      resolve(answer);
    };
    const stop = clock.after(TIME_OUT_MS, () => end({ ok: false, problem: 'noCode' }));
    worker.addEventListener('message', (event: MessageEvent<PictureAnswer>) => end(judge(event.data)));
    worker.addEventListener('error', () => end({ ok: false, problem: 'notAPicture' }));
    worker.postMessage(picture);
  });

/** The first picture among what was pasted or dropped. */
export const pictureIn = (data: DataTransfer): File | undefined =>
  [...data.files].find((file) => file.type.startsWith('image/'));
