import { type Answer, refuse } from '../answer.ts';

type Rule = 'text' | 'number' | readonly string[];

/** The standard tags and what they hold (tencent-im A12). */
const standardTags: Readonly<Record<string, Rule>> = {
  Tag_Profile_IM_Nick: 'text',
  Tag_Profile_IM_Image: 'text',
  Tag_Profile_IM_Gender: ['Gender_Type_Unknown', 'Gender_Type_Female', 'Gender_Type_Male'],
  Tag_Profile_IM_BirthDay: 'number',
  Tag_Profile_IM_Location: 'text',
  Tag_Profile_IM_SelfSignature: 'text',
  Tag_Profile_IM_AllowType: [
    'AllowType_Type_NeedConfirm',
    'AllowType_Type_AllowAny',
    'AllowType_Type_DenyAny',
  ],
  Tag_Profile_IM_Language: 'number',
  Tag_Profile_IM_MsgSettings: 'number',
  Tag_Profile_IM_AdminForbidType: ['AdminForbid_Type_None', 'AdminForbid_Type_SendOut'],
  Tag_Profile_IM_Level: 'number',
  Tag_Profile_IM_Role: 'number',
};

const ruleOf = (tag: string): Rule | undefined =>
  Object.hasOwn(standardTags, tag) ? standardTags[tag] : undefined;

/** Why a value does not fit its tag; undefined when it does. */
export const profileFault = (tag: string, value: string | number): Answer | undefined => {
  const isCustom = /^Tag_Profile_Custom_[A-Za-z]{1,8}$/.test(tag);
  const rule = isCustom ? 'text' : ruleOf(tag);
  if (rule === undefined) return refuse(40009, tag);
  if (Buffer.byteLength(String(value)) > 500) return refuse(40601, tag);
  if (rule === 'number') return Number.isInteger(value) ? undefined : refuse(40610, `${tag} is an integer`);
  if (rule === 'text')
    return typeof value === 'string' || isCustom ? undefined : refuse(40610, `${tag} is a string`);
  return rule.some((allowed) => allowed === value) ? undefined : refuse(40605, `${tag}: ${rule.join(', ')}`);
};
