import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { usePanel } from '../../panel-context.tsx';
import type { ColumnId } from './layout.ts';

/** A column of any kind: becomes the active one when somebody presses or focuses into it. */
export const ColumnFrame = (props: {
  readonly id: ColumnId;
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) => {
  const { id } = props;
  const { deck } = usePanel();
  const active = useStore(deck, (state) => state.active === id);
  const activate = () => {
    if (deck.getState().active !== id) deck.setState({ active: id });
  };
  return (
    <section
      className={`column ${props.className ?? ''}`}
      data-active={active}
      aria-label={props.label}
      onPointerDownCapture={activate}
      onFocusCapture={activate}
    >
      {props.children}
    </section>
  );
};
