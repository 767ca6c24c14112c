import { regionNames } from '../../contract/models/account.ts';

export type RegionName = (typeof regionNames)[number];

export type Region = Readonly<{
  name: RegionName;
  label: Readonly<{ en: string; 'zh-CN': string }>;
  /** Admin REST domains, first choice first (tencent-im A1). Where no stand-by is known there is one. */
  domains: readonly string[];
}>;

const region = (name: RegionName, en: string, zh: string, domains: readonly string[]): Region => ({
  name,
  label: { en, 'zh-CN': zh },
  domains,
});

const table: Readonly<Record<RegionName, Region>> = {
  china: region('china', 'China', '中国', ['console.tim.qq.com', 'adminapi.my-imcloud.com']),
  singapore: region('singapore', 'Singapore', '新加坡', [
    'adminapisgp.im.qcloud.com',
    'adminapisgp.my-imcloud.com',
  ]),
  seoul: region('seoul', 'Seoul', '首尔', ['adminapikr.im.qcloud.com', 'adminapikr.my-imcloud.com']),
  tokyo: region('tokyo', 'Tokyo', '东京', ['adminapijpn.im.qcloud.com']),
  frankfurt: region('frankfurt', 'Frankfurt', '法兰克福', [
    'adminapiger.im.qcloud.com',
    'adminapiger.my-imcloud.com',
  ]),
  mumbai: region('mumbai', 'Mumbai', '孟买', ['adminapiind.im.qcloud.com', 'adminapiind.my-imcloud.com']),
  'silicon-valley': region('silicon-valley', 'Silicon Valley', '硅谷', [
    'adminapiusa.im.qcloud.com',
    'adminapiusa.my-imcloud.com',
  ]),
  jakarta: region('jakarta', 'Jakarta', '雅加达', ['adminapiidn.im.qcloud.com']),
};

export const regions: readonly Region[] = regionNames.map((name) => table[name]);

export const regionByName = (name: RegionName): Region => table[name];

/** Tens of millions of an SDKAppID → region; the same order serves 1720 M and up in steps of 10 M. */
const BY_TEN_MILLIONS: readonly RegionName[] = [
  'singapore',
  'seoul',
  'frankfurt',
  'mumbai',
  'tokyo',
  'silicon-valley',
  'jakarta',
];
const TEN_MILLION = 10_000_000;

/**
 * The region that the vendor's web SDK would work out from an SDKAppID (tencent-im A1). A heuristic of the SDK and
 * not a documented contract, so the user can change it.
 */
export const regionOfSdkAppId = (sdkAppId: number): Region => {
  const step = Math.floor(sdkAppId / TEN_MILLION);
  const index = step >= 172 ? step - 172 : step - 2;
  return table[BY_TEN_MILLIONS[index] ?? 'china'];
};
