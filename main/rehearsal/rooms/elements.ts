/** What the content of each message element must hold (tencent-im A6 "Elements"). */
type Kind = 'string' | 'number' | 'array';
type ContentRule = {
  readonly required: Readonly<Record<string, Kind>>;
  readonly optional: Readonly<Record<string, Kind>>;
};

export type Element = { readonly MsgType: string; readonly MsgContent: Readonly<Record<string, unknown>> };

const rules: ReadonlyMap<string, ContentRule> = new Map(
  Object.entries<ContentRule>({
    TIMTextElem: { required: { Text: 'string' }, optional: {} },
    TIMFaceElem: { required: { Index: 'number' }, optional: { Data: 'string' } },
    TIMCustomElem: {
      required: {},
      optional: { Data: 'string', Desc: 'string', Ext: 'string', Sound: 'string' },
    },
    TIMLocationElem: { required: { Desc: 'string', Latitude: 'number', Longitude: 'number' }, optional: {} },
    TIMSoundElem: {
      required: {},
      optional: { Url: 'string', UUID: 'string', Size: 'number', Second: 'number' },
    },
    TIMImageElem: {
      required: { ImageInfoArray: 'array' },
      optional: { UUID: 'string', ImageFormat: 'number' },
    },
    TIMFileElem: {
      required: {},
      optional: { Url: 'string', UUID: 'string', FileSize: 'number', FileName: 'string' },
    },
    TIMVideoFileElem: {
      required: {},
      optional: { VideoUrl: 'string', VideoUUID: 'string', VideoSize: 'number' },
    },
    TIMRelayElem: { required: {}, optional: {} },
  }),
);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isKind = (value: unknown, kind: Kind): boolean => {
  if (kind === 'array') return Array.isArray(value);
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  return typeof value === 'string';
};

/** Why an element is not valid; undefined when it is. */
const elementFault = (element: unknown): string | undefined => {
  if (!isRecord(element) || typeof element.MsgType !== 'string') return 'an element needs MsgType';
  const rule = rules.get(element.MsgType);
  if (rule === undefined) return `MsgType ${element.MsgType} is not known`;
  const content = element.MsgContent;
  if (!isRecord(content)) return `${element.MsgType} needs MsgContent`;
  for (const [name, kind] of Object.entries(rule.required)) {
    if (!isKind(content[name], kind)) return `MsgContent.${name} of ${element.MsgType} must be a ${kind}`;
  }
  for (const [name, kind] of Object.entries(rule.optional)) {
    if (content[name] !== undefined && !isKind(content[name], kind))
      return `MsgContent.${name} of ${element.MsgType} must be a ${kind}`;
  }
  return undefined;
};

/** Why a MsgBody is not valid; undefined when it is. */
export const bodyFault = (elements: readonly unknown[]): string | undefined => {
  if (elements.length === 0) return 'MsgBody is empty';
  for (const element of elements) {
    const fault = elementFault(element);
    if (fault !== undefined) return fault;
  }
  const custom = elements.filter((element) => isRecord(element) && element.MsgType === 'TIMCustomElem');
  return custom.length > 1 ? 'a message holds at most one TIMCustomElem' : undefined;
};

/** The text that word rules look at: TIMTextElem only (tencent-im A10). */
export const textOf = (elements: readonly Element[]): string => {
  const texts: string[] = [];
  for (const { MsgType, MsgContent } of elements) {
    if (MsgType === 'TIMTextElem') texts.push(String(MsgContent.Text ?? ''));
  }
  return texts.join('\n');
};
