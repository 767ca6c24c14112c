import { many, type RestCase } from './rest-case.ts';

const logins = 'im_open_login_svc';

export const accountCases: readonly RestCase[] = [
  {
    command: `${logins}/account_import`,
    good: { UserID: 'dora', Nick: 'Dora', FaceUrl: 'https://x.example.com/d.png' },
    answer: {},
    bad: [
      ['no UserID', { UserID: undefined }, 70_402],
      ['a UserID of 33 bytes', { UserID: 'x'.repeat(33) }, 70_402],
      ['a UserID that is a number', { UserID: 5 }, 70_402],
    ],
  },
  {
    command: `${logins}/multiaccount_import`,
    good: { AccountList: [{ UserID: 'e1' }, { UserID: 'e2', Nick: 'E2' }, { UserID: 'x'.repeat(33) }] },
    answer: {
      FailAccounts: ['x'.repeat(33)],
      ResultItem: [{ UserID: 'e1', ResultCode: 0 }, { ResultCode: 0 }, { ResultCode: 70_402 }],
    },
    bad: [
      ['no list', { AccountList: undefined }, 70_402],
      ['101 accounts', { AccountList: many(101).map((UserID) => ({ UserID })) }, 70_206],
      ['101 accounts under the old name', { AccountList: undefined, Accounts: many(101) }, 70_206],
    ],
  },
  {
    command: `${logins}/account_check`,
    good: { CheckItem: [{ UserID: 'ann' }, { UserID: 'nobody' }] },
    answer: {
      ResultItem: [
        { UserID: 'ann', AccountStatus: 'Imported' },
        { UserID: 'nobody', AccountStatus: 'NotImported' },
      ],
    },
    bad: [
      ['no list', { CheckItem: undefined }, 70_402],
      ['101 accounts', { CheckItem: many(101).map((UserID) => ({ UserID })) }, 70_206],
    ],
  },
  {
    command: `${logins}/kick`,
    good: { Identifier: 'ann' },
    answer: {},
    bad: [
      ['no UserID', { Identifier: undefined }, 70_402],
      ['an account that is not there', { Identifier: 'nobody' }, 70_107],
    ],
  },
  {
    command: `${logins}/account_delete`,
    good: { DeleteItem: [{ UserID: 'doomed' }, { UserID: 'nobody' }, { UserID: 'administrator' }] },
    answer: {
      ResultItem: [{ UserID: 'doomed', ResultCode: 0 }, { ResultCode: 70_107 }, { ResultCode: 70_402 }],
    },
    bad: [
      ['no list', { DeleteItem: undefined }, 70_402],
      ['101 accounts', { DeleteItem: many(101).map((UserID) => ({ UserID })) }, 70_206],
    ],
  },
  {
    command: 'profile/portrait_set',
    good: {
      From_Account: 'ann',
      ProfileItem: [
        { Tag: 'Tag_Profile_IM_Level', Value: 3 },
        { Tag: 'Tag_Profile_Custom_Mood', Value: 'ok' },
      ],
    },
    answer: { ErrorDisplay: '' },
    bad: [
      ['no account', { From_Account: undefined }, 40_001],
      ['an account that is not there', { From_Account: 'nobody' }, 40_003],
      ['an unknown tag', { ProfileItem: [{ Tag: 'Tag_Profile_IM_Shoe', Value: 'x' }] }, 40_009],
      [
        'a value of 501 bytes',
        { ProfileItem: [{ Tag: 'Tag_Profile_IM_Nick', Value: 'x'.repeat(501) }] },
        40_601,
      ],
      ['an illegal gender', { ProfileItem: [{ Tag: 'Tag_Profile_IM_Gender', Value: 'yes' }] }, 40_605],
      ['a text for a number', { ProfileItem: [{ Tag: 'Tag_Profile_IM_Level', Value: 'high' }] }, 40_610],
      ['a dirty word', { ProfileItem: [{ Tag: 'Tag_Profile_IM_Nick', Value: 'rotten' }] }, 40_005],
    ],
  },
  {
    command: 'profile/portrait_get',
    good: { To_Account: ['ann', 'nobody'], TagList: ['Tag_Profile_IM_Nick', 'Tag_Profile_IM_Level'] },
    answer: {
      UserProfileItem: [
        {
          To_Account: 'ann',
          ProfileItem: [
            { Tag: 'Tag_Profile_IM_Nick', Value: 'Ann' },
            { Tag: 'Tag_Profile_IM_Level', Value: 3 },
          ],
        },
        { To_Account: 'nobody', ProfileItem: [], ResultCode: 40_003 },
      ],
      Fail_Account: ['nobody'],
    },
    bad: [
      ['no accounts', { To_Account: undefined }, 40_001],
      ['no tags', { TagList: undefined }, 40_001],
      ['101 accounts', { To_Account: many(101) }, 40_001],
    ],
  },
];
