import type { AudienceElement } from '../audience-step.ts';
import type { Person } from '../people/person.ts';
import type { Random } from '../random.ts';

/** message-conventions 2. Numbers above 5 are an app's own; here 6 is a gift. */
export const miniLvbAction = { text: 1, enter: 2, exit: 3, like: 4, danmaku: 5, appGift: 6 } as const;

/** `userId` is said by the sender. Now and then it names somebody else, or comes as a number. */
const claimedUserId = (person: Person, random: Random): string | number => {
  if (random.chance(0.96)) return person.userId;
  return random.pick<string | number>([
    'administrator',
    'vj',
    10001,
    'official_service_01',
    '',
    person.userId.toUpperCase(),
  ]);
};

const body = (person: Person, userAction: number, msg: string, random: Random): string => {
  const { nick, avatar, app } = person;
  const userId = claimedUserId(person, random);
  // Web apps leave out the picture and rely on the profile; early apps have no field for words in a like.
  const face = app.platform === 'web' ? {} : { headPic: avatar };
  const words = msg === '' && app.early ? {} : { msg };
  return JSON.stringify({ userAction, userId, nickName: nick, ...face, ...words });
};

/** Mini LVB: JSON inside a text message. Later apps carry the same numbers in a custom message. */
export const miniLvb = (person: Person, action: number, msg: string, random: Random): AudienceElement => {
  const json = body(person, action, msg, random);
  return person.app.late
    ? { MsgType: 'TIMCustomElem', MsgContent: { Data: json, Desc: '', Ext: '' } }
    : { MsgType: 'TIMTextElem', MsgContent: { Text: json } };
};
