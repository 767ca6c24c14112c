/** Private-use code points stand for ASCII signs and blanks, which SQLite's `ascii` tokenizer would split at. */
const SIGN_BASE = 0xe000;
/** Begins the tokens of rooms and users, so that no text's gram begins like one. */
const FACT = String.fromCharCode(0xe200);
const LONGEST = 3;
/** More grams of a long query add cost and no selectivity; the text itself is compared in the end. */
const QUERY_GRAMS = 8;

/** The form in which texts are compared: full-width and compatibility forms folded, lower case. */
export const comparable = (text: string): string => text.normalize('NFKC').toLowerCase();

/** ASCII but for letters and digits; capital letters are gone by then. */
const SIGNS = /[^a-z0-9\u0080-\u{10ffff}]/gu;
const asToken = (sign: string): string => String.fromCharCode(SIGN_BASE + sign.charCodeAt(0));
const SURROGATE = /[\ud800-\udfff]/;

/** The characters to make grams of: a string where each is one unit (nearly always), else a list. */
const characters = (text: string): string | readonly string[] => {
  const plain = comparable(text).replace(SIGNS, asToken);
  return SURROGATE.test(plain) ? Array.from(plain) : plain;
};

const roomToken = (room: number): string => `${FACT}r${room}`;
const userToken = (user: number): string => `${FACT}u${user}`;

const gramAt = (chars: string | readonly string[], index: number): string =>
  typeof chars === 'string'
    ? chars.slice(index, index + LONGEST)
    : chars.slice(index, index + LONGEST).join('');

/**
 * What is indexed of one comment: the three characters from each place on (at its end two and one), its room and its
 * user. Every run of one to three characters is a gram or begins one.
 */
export const indexTokens = (text: string, room: number, user: number): string => {
  const chars = characters(text);
  let tokens = `${roomToken(room)} ${userToken(user)}`;
  for (let index = 0; index < chars.length; index += 1) tokens += ` ${gramAt(chars, index)}`;
  return tokens;
};

const spread = (grams: readonly string[]): string[] => {
  const step = Math.max(1, (grams.length - 1) / (QUERY_GRAMS - 1));
  const picked = new Set<string>();
  for (let index = 0; index < grams.length; index += step) {
    const gram = grams[Math.floor(index)];
    if (gram !== undefined) picked.add(gram);
  }
  return [...picked];
};

const quoted = (token: string): string => `"${token}"`;

const textTerms = (text: string): string[] => {
  const chars = characters(text);
  if (chars.length === 0) return [];
  if (chars.length < LONGEST) return [`${quoted(gramAt(chars, 0))} *`];
  const grams = new Set<string>();
  for (let index = 0; index + LONGEST <= chars.length; index += 1) grams.add(gramAt(chars, index));
  return spread([...grams]).map(quoted);
};

const anyOf = (tokens: readonly string[]): string => `(${tokens.map(quoted).join(' OR ')})`;

export type Wanted = {
  readonly text: string;
  readonly rooms?: readonly number[] | undefined;
  readonly users?: readonly number[] | undefined;
};

/**
 * The index query that every wanted comment satisfies; absent where all are wanted. Some comments it finds may not
 * match: compare the text.
 */
export const indexQuery = ({ text, rooms, users }: Wanted): string | undefined => {
  const terms = textTerms(text);
  if (users !== undefined) terms.push(anyOf(users.map(userToken)));
  if (rooms !== undefined) terms.push(anyOf(rooms.map(roomToken)));
  return terms.length === 0 ? undefined : terms.join(' AND ');
};

/** Whether the index must gather all grams that begin with the text, which costs with how common it is. */
export const isShort = (text: string): boolean => {
  const { length } = characters(text);
  return length > 0 && length < LONGEST;
};
