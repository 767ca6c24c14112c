import { Component, type ReactNode } from 'react';
import { BugNote } from './bug-note.tsx';

type Props = { readonly page: string; readonly children: ReactNode };
type State = { readonly broken: boolean };

/** A bug in one page must not take the window away: the rail, the states and the way back stay. */
export class BugShield extends Component<Props, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  override componentDidUpdate(before: Props): void {
    if (before.page !== this.props.page && this.state.broken) this.setState({ broken: false });
  }

  override render(): ReactNode {
    return this.state.broken ? <BugNote /> : this.props.children;
  }
}
