import { CircleX } from 'lucide-react';
import type { AppError } from '../../../../main/contract/app-error.ts';
import { useText } from '../../i18n/index.ts';

/** What happened, what to do about it, and the code small beside it, at the place where it happened. */
export const ErrorNote = (props: { readonly error: AppError | undefined; readonly more?: string }) => {
  const { t, told } = useText();
  const { error, more } = props;
  return (
    <div role="alert" className="error-note" hidden={error === undefined}>
      {error === undefined ? null : (
        <>
          <CircleX aria-hidden="true" />
          <p>
            {told(error)} {more}{' '}
            <code>
              {error.vendor === undefined ? error.code : t('toast.code', { code: error.vendor.code })}
            </code>
          </p>
        </>
      )}
    </div>
  );
};
