import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';

/** A page under the accounts, with the way back. */
export const SubPage = (props: {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}) => {
  const { t } = useText();
  const { accounts } = usePanel();
  const title = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone; the keyboard goes on from the title.
  useEffect(() => title.current?.focus(), []);
  return (
    <main className="page accounts-page narrow">
      <button
        type="button"
        className="btn quiet small sub-back"
        onClick={() => accounts.show({ at: 'list' })}
      >
        <ArrowLeft aria-hidden="true" />
        {t('accounts.back')}
      </button>
      <h1 ref={title} tabIndex={-1}>
        {props.title}
      </h1>
      {props.text === undefined ? null : <p className="page-text">{props.text}</p>}
      {props.children}
    </main>
  );
};
