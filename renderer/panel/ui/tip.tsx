import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import { Keys } from './keys.tsx';

/** A word about a control, with its key. The control keeps its own accessible name. */
export const Tip = (props: {
  readonly text: string;
  readonly keys?: string;
  readonly side?: 'bottom' | 'right';
  readonly children: ReactElement;
}) => (
  <Tooltip.Root>
    <Tooltip.Trigger render={props.children} />
    <Tooltip.Portal>
      <Tooltip.Positioner side={props.side ?? 'bottom'} sideOffset={6} className="layer">
        <Tooltip.Popup className="tip">
          {props.text}
          {props.keys === undefined ? null : <Keys chord={props.keys} />}
        </Tooltip.Popup>
      </Tooltip.Positioner>
    </Tooltip.Portal>
  </Tooltip.Root>
);
