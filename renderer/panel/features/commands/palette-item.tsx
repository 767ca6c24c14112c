import { Command } from 'cmdk';
import type { ReactNode } from 'react';
import { Keys } from '../../ui/index.ts';

export const Item = (props: {
  readonly name: string;
  readonly keys?: string | undefined;
  /** Other words that lead here. */
  readonly also?: readonly string[];
  readonly run: () => void;
}) => (
  <Command.Item
    className="palette-item"
    value={props.name}
    onSelect={props.run}
    {...(props.also === undefined ? {} : { keywords: [...props.also] })}
  >
    {props.name}
    {props.keys === undefined ? null : <Keys chord={props.keys} />}
  </Command.Item>
);

export const Group = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <Command.Group heading={name} className="palette-group">
    {children}
  </Command.Group>
);
