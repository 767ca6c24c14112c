import {
  type Audience,
  type AudienceAct,
  type AudienceProfile,
  type AudienceStep,
  createAudience,
} from '../../../main/rehearsal/audience/audience.ts';

export type TimedStep = AudienceStep & { readonly atMs: number };

/** The next `count` steps with the time each is due, counted from the first call. */
export const take = (audience: Audience, count: number): TimedStep[] => {
  const steps: TimedStep[] = [];
  let atMs = 0;
  while (steps.length < count) {
    const step = audience.next();
    if (step === null) break;
    atMs += step.afterMs;
    steps.push({ ...step, atMs });
  }
  return steps;
};

/** All steps of the first `seconds`. */
export const takeSeconds = (audience: Audience, seconds: number): TimedStep[] => {
  const steps: TimedStep[] = [];
  for (let atMs = 0; ; ) {
    const step = audience.next();
    if (step === null) return steps;
    atMs += step.afterMs;
    if (atMs >= seconds * 1000) return steps;
    steps.push({ ...step, atMs });
  }
};

export const started = (profile: AudienceProfile, seed = 1, roomIds: readonly string[] = ['a']): Audience => {
  const audience = createAudience({ seed, roomIds });
  audience.setProfile(profile);
  return audience;
};

export const record = (value: unknown): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null) throw new TypeError(`not an object: ${String(value)}`);
  return { ...value };
};

const textual = (value: unknown): string => (typeof value === 'string' ? value : '');

export type Heard = { readonly convention: string; readonly kind: string; readonly text: string };

const miniLvbKinds = ['', 'comment', 'entered', 'left', 'like', 'danmaku', 'app gift'];

const hearJson = (raw: string): Heard => {
  const fields = record(JSON.parse(raw));
  if (typeof fields.userAction === 'number') {
    const kind = miniLvbKinds[fields.userAction] ?? 'unknown';
    return { convention: 'mini-lvb', kind, text: textual(fields.msg) };
  }
  const data = record(fields.data);
  return { convention: 'tui', kind: textual(fields.businessID), text: textual(data.message) };
};

/** Reads a message as any app following message-conventions would; throws where none of them could. */
export const hear = (act: AudienceAct): Heard => {
  if (act.type !== 'say') return { convention: 'service', kind: act.type, text: '' };
  const [element] = act.elements;
  if (element === undefined || act.elements.length !== 1) throw new Error('a message has one element');
  const { MsgType, MsgContent } = element;
  if (MsgType === 'TIMFaceElem')
    return { convention: 'service', kind: 'sticker', text: textual(MsgContent.Data) };
  if (MsgType === 'TIMCustomElem') return hearJson(textual(MsgContent.Data));
  const text = textual(MsgContent.Text);
  return text.startsWith('{"') ? hearJson(text) : { convention: 'plain', kind: 'comment', text };
};
