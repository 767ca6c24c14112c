import { many, type RestCase } from './rest-case.ts';

const audit = 'im_msg_audit_mgr';
const moderation = 'im_msg_audit';

export const wordCases: readonly RestCase[] = [
  { command: 'openim_dirty_words/get', good: {}, answer: { DirtyWordsList: ['rotten'] }, bad: [] },
  {
    command: 'openim_dirty_words/add',
    good: { DirtyWordsList: ['nasty', '坏'] },
    answer: {},
    bad: [
      ['no list', { DirtyWordsList: undefined }, 10004],
      ['an empty list', { DirtyWordsList: [] }, 10004],
      ['an empty word', { DirtyWordsList: [''] }, 10004],
      ['51 words', { DirtyWordsList: many(51) }, 10004],
      ['a word of 201 bytes', { DirtyWordsList: ['x'.repeat(201)] }, 10004],
    ],
  },
  {
    command: 'openim_dirty_words/delete',
    good: { DirtyWordsList: ['nasty', '坏'] },
    answer: {},
    bad: [['51 words', { DirtyWordsList: many(51) }, 10004]],
  },
  {
    command: `${audit}/add_local_audit_keywords`,
    good: {
      SdkAppId: 1,
      LocalAuditWords: [{ Keyword: 'local', WordType: 1, FilterType: 2, ReplacedContent: '' }],
    },
    answer: {},
    bad: [
      ['no SdkAppId', { SdkAppId: undefined }, 2003],
      [
        '11 words',
        { LocalAuditWords: many(11).map((Keyword) => ({ Keyword, WordType: 1, FilterType: 2 })) },
        2016,
      ],
      [
        'a broken regular expression',
        { LocalAuditWords: [{ Keyword: '(', WordType: 2, FilterType: 2 }] },
        2003,
      ],
      ['an unknown WordType', { LocalAuditWords: [{ Keyword: 'x', WordType: 3, FilterType: 2 }] }, 2003],
    ],
  },
  {
    command: `${audit}/get_local_audit_keywords`,
    good: { SdkAppId: 1, Offset: 0, Limit: 10, Keyword: 'loc' },
    answer: {
      LocalAuditWords: [{ Keyword: 'local', WordType: 1, FilterType: 2 }],
      CurCount: 1,
      TotalCount: 10_000,
      CurRegCount: 0,
    },
    bad: [
      ['a Limit of 101', { Limit: 101 }, 2003],
      ['no Offset', { Offset: undefined }, 2003],
    ],
  },
  {
    command: `${audit}/delete_local_audit_keywords`,
    good: { SdkAppId: 1, LocalAuditWords: [{ Keyword: 'local', WordType: 1 }] },
    answer: {},
    bad: [['no list', { LocalAuditWords: undefined }, 2003]],
  },
  {
    command: `${audit}/get_cloud_audit_keywords_ids`,
    good: { SdkAppId: 1, Offset: 0, Limit: 10 },
    answer: { Infos: [{ ID: 'lib_rehearsal_1', Suggestion: 'Block' }], TotalCount: 1 },
    bad: [['no Limit', { Limit: undefined }, 2003]],
  },
  {
    command: `${audit}/add_cloud_audit_keywords`,
    good: { SdkAppId: 1, LibID: 'lib_rehearsal_1', UserKeywords: [{ Content: 'cloudy', Label: 'Abuse' }] },
    answer: {},
    bad: [
      ['a library that is not there', { LibID: 'none' }, 2003],
      ['an unknown Label', { UserKeywords: [{ Content: 'x', Label: 'Silly' }] }, 2003],
      ['11 words', { UserKeywords: many(11).map((Content) => ({ Content, Label: 'Ad' })) }, 2016],
    ],
  },
  {
    command: `${audit}/get_cloud_audit_keywords`,
    good: { SdkAppId: 1, LibID: 'lib_rehearsal_1', Offset: 0, Limit: 10, Content: 'cloud' },
    answer: { Infos: [{ Content: 'cloudy' }], TotalCount: 1 },
    bad: [['a library that is not there', { LibID: 'none' }, 2003]],
  },
  {
    command: `${moderation}/content_moderation`,
    good: { AuditName: 'Group', ContentType: 'Text', Content: 'a cloudy day' },
    answer: { Result: 'Block', Score: 100, Keywords: ['cloudy'] },
    bad: [
      ['an unknown AuditName', { AuditName: 'Room' }, 2003],
      ['more than 8 KB', { Content: 'x'.repeat(8_193) }, 2003],
    ],
  },
  {
    command: `${moderation}/batch_content_moderation`,
    good: {
      AuditName: 'Group',
      Contents: [
        { ContentId: 1, ContentType: 'Text', Content: 'cloudy' },
        { ContentId: 2, ContentType: 'Text', Content: 'sunny' },
      ],
    },
    answer: {
      AuditResults: [
        { ContentId: 1, Result: 'Block' },
        { ContentId: 2, Result: 'Pass', Label: 'Normal' },
      ],
    },
    bad: [
      [
        'the same ContentId twice',
        { Contents: [1, 1].map((ContentId) => ({ ContentId, ContentType: 'Text', Content: 'x' })) },
        2003,
      ],
      [
        '11 contents',
        { Contents: many(11).map((Content, ContentId) => ({ ContentId, ContentType: 'Text', Content })) },
        2016,
      ],
    ],
  },
  {
    command: `${audit}/delete_cloud_audit_keywords`,
    good: { SdkAppId: 1, LibID: 'lib_rehearsal_1', Keywords: ['cloudy', 'absent'] },
    answer: {
      Count: 1,
      Details: [
        { Keyword: 'cloudy', Deleted: true },
        { Keyword: 'absent', Deleted: false },
      ],
    },
    bad: [['11 words', { Keywords: many(11) }, 2016]],
  },
];
