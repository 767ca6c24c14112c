import { done, type Examples } from './example.ts';

const audit = (name: string): string => `im_msg_audit_mgr/${name}`;
const SdkAppId = 1400000000;

/** Requests and answers about word lists (tencent-im A10), as the fact sheet writes them. */
export const wordExamples: Examples = {
  'reads the old word list': {
    call: (admin) => admin.getDirtyWords(),
    path: 'openim_dirty_words/get',
    request: {},
    answer: { DirtyWordsList: ['x', '坏'] },
    value: ['x', '坏'],
  },
  'adds to the old word list': {
    call: (admin) => admin.addDirtyWords({ words: ['x'] }),
    path: 'openim_dirty_words/add',
    request: { DirtyWordsList: ['x'] },
    value: [done('x')],
  },
  'deletes from the old word list': {
    call: (admin) => admin.deleteDirtyWords({ words: ['x'] }),
    path: 'openim_dirty_words/delete',
    request: { DirtyWordsList: ['x'] },
    value: [done('x')],
  },
  'reads local keywords': {
    call: (admin) => admin.getLocalAuditKeywords({ search: 'x', filter: 'block' }),
    path: audit('get_local_audit_keywords'),
    request: { SdkAppId, Offset: 0, Limit: 100, Keyword: 'x', FilterType: 2 },
    answer: {
      LocalAuditWords: [{ Id: 1, Keyword: 'x+', WordType: 2, FilterType: 1, ReplacedContent: '*' }],
      TotalCount: 1,
    },
    value: { words: [{ keyword: 'x+', type: 'regex', filter: 'replace', replacement: '*' }], total: 1 },
  },
  'adds local keywords': {
    call: (admin) => admin.addLocalAuditKeywords({ words: [{ keyword: 'x' }] }),
    path: audit('add_local_audit_keywords'),
    request: {
      SdkAppId,
      LocalAuditWords: [{ Keyword: 'x', WordType: 1, FilterType: 2, ReplacedContent: '' }],
    },
    value: [done('x')],
  },
  'deletes local keywords': {
    call: (admin) => admin.deleteLocalAuditKeywords({ words: [{ keyword: 'x', type: 'regex' }] }),
    path: audit('delete_local_audit_keywords'),
    request: { SdkAppId, LocalAuditWords: [{ Keyword: 'x', WordType: 2 }] },
    value: [done('x')],
  },
  'lists word libraries': {
    call: (admin) => admin.getCloudAuditKeywordsIds(),
    path: audit('get_cloud_audit_keywords_ids'),
    request: { SdkAppId, Offset: 0, Limit: 100 },
    answer: { Infos: [{ ID: 'l1', LibName: 'L', Describe: 'd', Suggestion: 'Block' }], TotalCount: 1 },
    value: { libraries: [{ id: 'l1', name: 'L', note: 'd', suggestion: 'Block' }], total: 1 },
  },
  'reads a word library': {
    call: (admin) => admin.getCloudAuditKeywords({ libraryId: 'l1' }),
    path: audit('get_cloud_audit_keywords'),
    request: { SdkAppId, LibID: 'l1', Offset: 0, Limit: 100 },
    answer: { Infos: [{ ID: 42, Content: 'x' }], TotalCount: 1 },
    value: { words: [{ id: '42', keyword: 'x' }], total: 1 },
  },
  'adds to a word library': {
    call: (admin) => admin.addCloudAuditKeywords({ libraryId: 'l1', keywords: ['x'], label: 'Ad' }),
    path: audit('add_cloud_audit_keywords'),
    request: { SdkAppId, LibID: 'l1', UserKeywords: [{ Content: 'x', Label: 'Ad' }] },
    value: [done('x')],
  },
  'deletes from a word library': {
    call: (admin) => admin.deleteCloudAuditKeywords({ libraryId: 'l1', keywords: ['x'] }),
    path: audit('delete_cloud_audit_keywords'),
    request: { SdkAppId, LibID: 'l1', Keywords: ['x'] },
    answer: { Count: 1, Details: [{ KeywordID: '1', Keyword: 'x', Deleted: true, ErrorInfo: '' }] },
    value: [done('x')],
  },
};
