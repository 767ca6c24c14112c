/** opencc-js ships its tables as modules without types: pairs "traditional simplified", joined by `|`. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export = pairs;
}
