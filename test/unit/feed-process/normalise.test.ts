import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedItemSchema } from '../../../main/contract/models/feed-item.ts';
import { readMessage } from '../../../main/feed-process/normalise/message.ts';
import { readSystemNotice } from '../../../main/feed-process/normalise/system-notice.ts';
import { itemsOfTip } from '../../../main/feed-process/normalise/tip.ts';
import { sdkMessageSchema } from '../../../main/feed-process/sdk-message.ts';

const head = { id: 'm1', at: 1_000, receivedAt: 2_000, own: false };

const message = (fields: Record<string, unknown>) =>
  sdkMessageSchema.parse({
    ID: 'm1',
    type: 'TIMTextElem',
    conversationType: 'GROUP',
    to: 'r1',
    from: 'kk',
    nick: '小雨',
    time: 1,
    sequence: 7,
    ...fields,
  });

const text = (value: string, fields: Record<string, unknown> = {}) =>
  readMessage(message({ payload: { text: value }, ...fields }), head);
const custom = (data: unknown, fields: Record<string, unknown> = {}) =>
  readMessage(
    message({
      type: 'TIMCustomElem',
      payload: { data: typeof data === 'string' ? data : JSON.stringify(data) },
      ...fields,
    }),
    head,
  );
const lvb = (userAction: number, fields: Record<string, unknown> = {}) =>
  text(
    JSON.stringify({
      userAction,
      userId: 'somebody-else',
      nickName: 'liar',
      headPic: '',
      msg: 'hi',
      ...fields,
    }),
  );

describe('a plain comment', () => {
  it('keeps its words, its sender and the number it is recalled by', () => {
    expect(text('来了来了').items).toEqual([
      {
        id: 'm1',
        at: 1_000,
        receivedAt: 2_000,
        kind: 'comment',
        person: { userId: 'kk', nick: '小雨' },
        text: '来了来了',
        danmaku: false,
        own: false,
        seq: 7,
        verdict: { level: 'clean', hits: [] },
      },
    ]);
  });

  it('is named by its userID where the service gives no nickname', () => {
    expect(text('hi', { nick: '' }).items[0]).toMatchObject({ person: { userId: 'kk', nick: 'kk' } });
  });

  it('that merely looks like JSON stays a comment', () => {
    expect(text('{ not json').items[0]).toMatchObject({ kind: 'comment', text: '{ not json' });
    expect(text('{"a":1}').items[0]).toMatchObject({ kind: 'comment', text: '{"a":1}' });
  });

  it('keeps an avatar only over https', () => {
    expect(text('a', { avatar: 'https://example.com/a.png' }).items[0]).toMatchObject({
      person: { avatar: 'https://example.com/a.png' },
    });
    expect(text('a', { avatar: 'javascript:alert(1)' }).items[0]).not.toHaveProperty('person.avatar');
    expect(text('a', { avatar: 'http://example.com/a.png' }).items[0]).not.toHaveProperty('person.avatar');
  });

  it('loses line breaks and control characters, which would break a row', () => {
    expect(text('a\nb\u0007c\u2028d').items[0]).toMatchObject({ text: 'a b c d' });
  });
});

describe('a message of several elements', () => {
  const element = (type: string, content: unknown) => ({ type: `TIM${type}Elem`, content });
  const says = (value: string) => element('Text', { text: value });
  const face = element('Face', { index: 4, data: 'tt04' });
  const gift = element('Custom', { data: 'x', description: 'gift', extension: '' });
  const several = (...elements: { type: string; content: unknown }[]) =>
    readMessage(
      message({ type: elements[0]?.type, payload: elements[0]?.content, _elements: elements }),
      head,
    ).items;

  it('is one comment with all that its viewers read', () => {
    expect(several(face, says('insult'))).toMatchObject([{ kind: 'comment', text: '[tt04]insult', seq: 7 }]);
    expect(several(gift, says('insult'))).toMatchObject([{ kind: 'comment', text: 'insult' }]);
    expect(several(says('in'), says('sult'))).toMatchObject([{ kind: 'comment', text: 'insult' }]);
    expect(several(says('look '), face, says('!'))).toMatchObject([{ text: 'look [tt04]!' }]);
    expect(several(face, face)).toMatchObject([{ text: '[tt04][tt04]' }]);
  });

  it('says the words of a convention, not its JSON', () => {
    const comment = JSON.stringify({ userAction: 1, userId: 'x', msg: 'hi ' });
    expect(several(says(comment), says('there'))).toMatchObject([{ kind: 'comment', text: 'hi there' }]);
  });

  it('is what its first element is where nothing is said', () => {
    expect(several(gift, face)).toMatchObject([{ kind: 'custom', label: 'gift' }]);
    expect(several(gift, says(' '))).toMatchObject([{ kind: 'custom', label: 'gift' }]);
  });

  it('goes by its first element where the others cannot be read', () => {
    for (const _elements of [undefined, null, 'x', [null, 7], [{ type: 1 }, {}], [says(''), { content: 3 }]])
      expect(text('still here', { _elements }).items).toMatchObject([
        { kind: 'comment', text: 'still here' },
      ]);
  });
});

describe('Mini LVB', () => {
  it('1 is a comment, 5 one that flies, 2 a join, 3 a leave, 4 a like', () => {
    expect([1, 5, 2, 3, 4].map((action) => lvb(action).items[0]?.kind)).toEqual([
      'comment',
      'comment',
      'join',
      'leave',
      'like',
    ]);
    expect(lvb(1).items[0]).toMatchObject({ danmaku: false, text: 'hi' });
    expect(lvb(5).items[0]).toMatchObject({ danmaku: true });
    expect(lvb(1).via).toBe('mini-lvb');
  });

  it('never believes who the text says it is from', () => {
    expect(lvb(1).items[0]).toMatchObject({ person: { userId: 'kk', nick: '小雨' } });
  });

  it('uses the nickname in the text only where the message has none', () => {
    const raw = JSON.stringify({ userAction: 1, userId: 'x', nickName: '  Lee ', msg: 'yo' });
    expect(text(raw, { nick: '' }).items[0]).toMatchObject({ person: { userId: 'kk', nick: 'Lee' } });
  });

  it('shows numbers above 5 by their number, never as raw JSON', () => {
    expect(lvb(12).items[0]).toMatchObject({ kind: 'custom', label: 'custom action 12' });
  });

  it('is read in custom messages too, also where the number is a string', () => {
    expect(custom({ userAction: '4', userId: 9 }).items[0]).toMatchObject({ kind: 'like', count: 1 });
  });
});

describe('TUIGift', () => {
  it('is a gift with its name and count', () => {
    const gift = {
      businessID: 'TUIGift',
      data: { giftId: 'g1', message: '送出火箭', giftCount: 3, imageUrl: 'https://x.test/r.png' },
    };
    expect(custom(gift).items[0]).toMatchObject({
      kind: 'gift',
      giftId: 'g1',
      name: '火箭',
      count: 3,
      imageUrl: 'https://x.test/r.png',
    });
  });

  it.each([
    ['送出了小心心 x1', '小心心', 1],
    ['送出火箭', '火箭', 1],
    ['送了 烟花 ×12', '烟花', 12],
    ['sent Rose x3', 'Rose', 3],
    ['Sent a Rocket', 'Rocket', 1],
    ['送出了', '送出了', 1],
    ['SpaceX 2', 'SpaceX 2', 1],
  ])('says who sent it once: “%s” is %s, %i times', (said, name, count) => {
    const gift = { businessID: 'TUIGift', data: { giftId: 'g1', message: said } };
    expect(custom(gift).items[0]).toMatchObject({ kind: 'gift', name, count });
  });

  it('is read where its data is JSON in a string, and an absurd count is one', () => {
    const gift = {
      businessID: 'TUIGift',
      data: JSON.stringify({ giftId: 7, message: 'rose', giftCount: -4 }),
    };
    expect(custom(gift).items[0]).toMatchObject({ kind: 'gift', giftId: '7', name: 'rose', count: 1 });
  });

  it('likes are likes', () => {
    expect(custom({ businessID: 'TUIGift_like', data: {} }).items[0]).toMatchObject({
      kind: 'like',
      count: 1,
    });
  });
});

describe('tips', () => {
  const tip = (payload: Record<string, unknown>) =>
    itemsOfTip(message({ type: 'TIMGroupTipElem', payload }), head);

  it('a join names everybody who came', () => {
    expect(
      tip({ operationType: 1, userIDList: ['a', 'b'], memberList: [{ userID: 'a', nick: 'Ann' }] }),
    ).toMatchObject([
      {
        kind: 'join',
        people: [
          { userId: 'a', nick: 'Ann' },
          { userId: 'b', nick: 'b' },
        ],
      },
    ]);
  });

  it('a mute tells who, how long and by whom; 0 seconds is an unmute', () => {
    const muted = {
      operationType: 7,
      operatorID: 'vj',
      memberList: [
        { userID: 'a', muteTime: 600 },
        { userID: 'b', muteTime: 0 },
      ],
    };
    expect(tip(muted)).toMatchObject([
      { kind: 'moderation', act: 'mute', seconds: 600, targets: [{ userId: 'a' }], by: { userId: 'vj' } },
      { kind: 'moderation', act: 'unmute', targets: [{ userId: 'b' }] },
    ]);
  });

  it('mute-all and a new name are told apart', () => {
    expect(tip({ operationType: 6, newGroupProfile: { muteAllMembers: true } })).toMatchObject([
      { act: 'mute-all' },
    ]);
    expect(tip({ operationType: 6, newGroupProfile: { groupName: 'New' } })).toMatchObject([
      { kind: 'room-changed', name: 'New' },
    ]);
  });
});

describe('system notices', () => {
  const notice = (payload: Record<string, unknown>) =>
    readSystemNotice(message({ type: 'TIMGroupSystemNoticeElem', payload }), head);

  it('the admin’s words become a notice of their room', () => {
    expect(
      notice({ operationType: 255, userDefinedField: 'Back in 5', groupProfile: { groupID: 'r9' } }),
    ).toMatchObject({
      roomId: 'r9',
      items: [{ kind: 'notice', text: 'Back in 5' }],
    });
  });

  it('a dissolved room is told as removed', () => {
    expect(notice({ operationType: 5, groupProfile: { groupID: 'r9' } })).toMatchObject({
      roomId: 'r9',
      removed: 'dissolved',
    });
  });
});

describe('a message that is a picture', () => {
  const picture = (imageInfoArray: unknown) =>
    readMessage(message({ type: 'TIMImageElem', payload: { imageInfoArray } }), head).items;
  const size = (type: number, url: string) => ({ type, url, width: 2, height: 3 });

  it('brings the address of its small version', () => {
    const sizes = [size(0, 'https://x.test/big.png'), size(1, 'https://x.test/small.png')];
    expect(picture(sizes)).toMatchObject([
      { kind: 'custom', label: 'image', imageUrl: 'https://x.test/small.png' },
    ]);
  });

  it('brings none that is not https, and stays a message', () => {
    for (const sizes of [[size(1, 'http://x.test/1.png')], [size(1, 'data:image/png;base64,AA')], [], null]) {
      const items = picture(sizes);
      expect(items).toMatchObject([{ kind: 'custom', label: 'image' }]);
      expect(items[0]).not.toHaveProperty('imageUrl');
    }
  });
});

describe('whatever arrives', () => {
  it('gives well-formed items or nothing, and never throws', () => {
    const types = ['TIMTextElem', 'TIMCustomElem', 'TIMFaceElem', 'TIMImageElem', 'TIMGroupTipElem', '', 'x'];
    const payload = fc.oneof(
      fc.anything(),
      fc.record({ text: fc.string({ unit: 'binary' }) }),
      fc.record({ data: fc.json(), description: fc.string() }),
      fc.record({ text: fc.json() }),
    );
    const type = fc.constantFrom(...types);
    const nick = fc.string({ unit: 'binary' });
    const element = fc.oneof(fc.anything(), fc.record({ type, content: payload }));
    const _elements = fc.oneof(fc.anything(), fc.array(element, { maxLength: 4 }));
    fc.assert(
      fc.property(fc.record({ type, payload, nick, _elements }), (fields) => {
        const parsed = message(fields);
        const items =
          fields.type === 'TIMGroupTipElem' ? itemsOfTip(parsed, head) : readMessage(parsed, head).items;
        for (const item of items) feedItemSchema.parse(item);
      }),
    );
  });
});

describe('a nickname that nobody can see', () => {
  it.each(['', '   ', '\u3164\u3164', '\u200b\u2060', '\u2800', '\u202e\ufeff'])(
    'is shown as the user ID: %j',
    (nick) => {
      expect(text('hi', { nick }).items[0]).toMatchObject({ person: { userId: 'kk', nick: 'kk' } });
    },
  );

  it.each(['小雨', '🌙', '.', '\u0301', 'ㅤa'])('is not this one: %j', (nick) => {
    expect(text('hi', { nick }).items[0]).toMatchObject({ person: { nick } });
  });
});
