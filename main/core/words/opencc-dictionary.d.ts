/** opencc-js ships its tables as modules without types: pairs "traditional simplified", joined by `|`. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export = pairs;
}
/** The same for Japan's simplified characters: "new old". */
declare module 'opencc-js/dict/JPShinjitaiCharacters' {
  const pairs: string;
  export = pairs;
}
