import type { ReactElement } from 'react';
import { Tip } from '../../ui/index.ts';
import { useKeyOf } from './key-hint.tsx';
import type { CommandId } from './keymap.ts';

/** A word about a control that does what a command does, with the key that does it too. */
export const CommandTip = (props: {
  readonly text: string;
  readonly command: CommandId;
  readonly side?: 'bottom' | 'right';
  readonly children: ReactElement;
}) => {
  const keys = useKeyOf(props.command);
  return (
    <Tip
      text={props.text}
      {...(keys === undefined ? {} : { keys })}
      {...(props.side === undefined ? {} : { side: props.side })}
    >
      {props.children}
    </Tip>
  );
};
