import { RotateCcw, TriangleAlert, X } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import type { Toast, Trouble } from './toasts.ts';

const TroubleText = ({ trouble }: { readonly trouble: Trouble }) => {
  const { local, t } = useText();
  const { error, where } = trouble;
  return (
    <li>
      <p>
        {where === undefined ? null : <strong>{where}: </strong>}
        {local(error.text)}
      </p>
      {error.remedy === undefined ? null : <p className="toast-remedy">{local(error.remedy)}</p>}
      <p className="toast-code">
        {error.vendor === undefined ? error.code : t('toast.code', { code: error.vendor.code })}
        {error.vendor?.info ? ` · ${error.vendor.info.slice(0, 120)}` : null}
      </p>
    </li>
  );
};

const ToastCard = ({ toast }: { readonly toast: Toast }) => {
  const text = useText();
  const { toasts } = usePanel();
  return (
    <li className="toast">
      <TriangleAlert className="toast-sign" aria-hidden="true" />
      <div className="toast-words">
        <h2>{toast.title(text)}</h2>
        <ul>
          {toast.troubles.slice(0, 4).map((trouble) => (
            <TroubleText key={`${trouble.where}${trouble.error.code}`} trouble={trouble} />
          ))}
        </ul>
        {toast.troubles.length > 4 ? (
          <p>{text.t('toast.more', { count: toast.troubles.length - 4 })}</p>
        ) : null}
        {toast.retry === undefined ? null : (
          <button type="button" className="btn small" onClick={() => toasts.retry(toast)}>
            <RotateCcw aria-hidden="true" />
            {text.t('toast.retry')}
          </button>
        )}
      </div>
      <button
        type="button"
        className="icon-btn small"
        aria-label={text.t('toast.dismiss')}
        onClick={() => toasts.dismiss(toast.id)}
      >
        <X aria-hidden="true" />
      </button>
    </li>
  );
};

/** What failed, what to do about it, and a way to try again. Never in the way, never gone by itself. */
export const ToastStack = () => {
  const { t } = useText();
  const toasts = useStore(usePanel().toasts.store);
  return (
    <section className="toasts" aria-label={t('toast.region')} aria-live="assertive">
      <ol>
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </ol>
    </section>
  );
};
