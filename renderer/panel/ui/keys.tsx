import { capsOf } from './chord-text.ts';

/** A key or a chord such as `Mod+k`, drawn as key caps. */
export const Keys = (props: { readonly chord: string }) => (
  <span className="keys">
    {capsOf(props.chord).map((cap) => (
      <kbd key={cap} className="key">
        {cap}
      </kbd>
    ))}
  </span>
);
