import type { AudienceAct, AudienceElement, AudiencePriority } from '../audience-step.ts';
import type { Person } from '../people/person.ts';
import type { Random } from '../random.ts';
import { miniLvb, miniLvbAction } from './mini-lvb.ts';
import { tuiGift, tuiLike } from './tui.ts';
import type { Utterance } from './utterance.ts';

/** What most apps in a room speak. */
export type Convention = 'plain' | 'mini-lvb' | 'tui';

/** Puts an utterance into the form of the room, with the priority that such messages are sent with. */
type RoomVoice = (person: Person, utterance: Utterance) => AudienceAct;

/** What the few speak whose app is not that of the room. */
const foreignConvention: Readonly<Record<Convention, Convention>> = {
  plain: 'tui',
  'mini-lvb': 'plain',
  tui: 'mini-lvb',
};

const priorities: Readonly<Record<Utterance['kind'], AudiencePriority>> = {
  comment: 'Normal',
  danmaku: 'Normal',
  sticker: 'Normal',
  gift: 'High',
  like: 'Low',
  entered: 'Lowest',
  left: 'Lowest',
};

const plainText = (text: string): AudienceElement => ({ MsgType: 'TIMTextElem', MsgContent: { Text: text } });

export const createRoomVoice = (random: Random, convention: Convention): RoomVoice => {
  const lvb = (person: Person, action: number, msg = '') => miniLvb(person, action, msg, random);

  const gift = (person: Person, { gift: given, count }: Utterance & { kind: 'gift' }, spoken: Convention) =>
    // A Mini LVB app may number its gifts itself; most took over the vendor's gift component.
    spoken === 'mini-lvb' && person.app.early
      ? lvb(person, miniLvbAction.appGift, `${given.chinese} x${count}`)
      : tuiGift(person, given, count);

  const element = (person: Person, utterance: Utterance, spoken: Convention): AudienceElement => {
    switch (utterance.kind) {
      case 'comment':
        return spoken === 'mini-lvb'
          ? lvb(person, miniLvbAction.text, utterance.text)
          : plainText(utterance.text);
      case 'danmaku':
        return lvb(person, miniLvbAction.danmaku, utterance.text);
      case 'like':
        return spoken === 'tui' ? tuiLike(person) : lvb(person, miniLvbAction.like);
      case 'gift':
        return gift(person, utterance, spoken);
      case 'sticker':
        return { MsgType: 'TIMFaceElem', MsgContent: { Index: utterance.index, Data: utterance.name } };
      case 'entered':
        return lvb(person, miniLvbAction.enter);
      case 'left':
        return lvb(person, miniLvbAction.exit);
    }
  };

  return (person, utterance) => {
    const spoken = person.app.foreign ? foreignConvention[convention] : convention;
    const elements = [element(person, utterance, spoken)];
    return { type: 'say', elements, priority: priorities[utterance.kind] };
  };
};
