import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';

const COPIED_MS = 2_000;

/** Copies a text that is not secret, and says so. Without words it is a small icon beside the text. */
export const CopyButton = (props: {
  readonly text: string;
  readonly what: string;
  readonly withWords?: boolean;
}) => {
  const { t } = useText();
  const { clock, copy: toClipboard } = usePanel();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    if (!(await toClipboard(props.text))) return;
    setCopied(true);
    clock.after(COPIED_MS, () => setCopied(false));
  };
  const Sign = copied ? Check : Copy;
  return (
    <button
      type="button"
      className={props.withWords === true ? 'btn' : 'icon-btn small'}
      aria-label={copied ? t('copy.copied') : t('copy.copyThis', { what: props.what })}
      onClick={() => void copy()}
    >
      <Sign aria-hidden="true" />
      {props.withWords === true ? t(copied ? 'copy.copied' : 'copy.copy') : null}
      <span className="unseen" aria-live="polite">
        {copied ? t('copy.copied') : ''}
      </span>
    </button>
  );
};
