import type { AudienceElement } from '../audience-step.ts';
import type { Person } from '../people/person.ts';
import type { Gift } from './gifts.ts';

const custom = (person: Person, businessID: string, data: Record<string, unknown>): AudienceElement => ({
  MsgType: 'TIMCustomElem',
  MsgContent: {
    Data: JSON.stringify({ version: '1.0', platform: person.app.platform, businessID, data }),
    Desc: '',
    Ext: '',
  },
});

const extInfo = (person: Person) => ({
  userID: person.userId,
  nickName: person.nick,
  avatarUrl: person.avatar,
});

/** message-conventions 3. The domain is reserved and leads nowhere. */
export const tuiGift = (person: Person, gift: Gift, count: number): AudienceElement => {
  const name = person.language === 'en' ? gift.english : gift.chinese;
  const message = person.language === 'en' ? `sent ${name} x${count}` : `送出了${name} x${count}`;
  const data = {
    giftId: gift.id,
    message,
    imageUrl: `https://gifts.example/${gift.id}.png`,
    lottieUrl: gift.worth >= 100 ? `https://gifts.example/${gift.id}.json` : '',
    extInfo: extInfo(person),
  };
  return custom(person, 'TUIGift', person.app.early ? data : { ...data, giftCount: count });
};

/** Some versions say `sender` instead of `extInfo`. */
export const tuiLike = (person: Person): AudienceElement => {
  const { userId, nick, avatar, app } = person;
  const data = app.early
    ? { sender: { userId, userName: nick, avatarUrl: avatar } }
    : { extInfo: extInfo(person) };
  return custom(person, 'TUIGift_like', data);
};
