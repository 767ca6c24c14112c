import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../../../main/contract/app-error.ts';
import type { Text } from '../../i18n/index.ts';

/** One thing that went wrong, in which place where there are several. */
export type Trouble = { readonly where: string | undefined; readonly error: AppError };

export type Toast = {
  readonly id: number;
  readonly at: number;
  /** Made when it is drawn, so that it follows the language. */
  readonly title: (text: Text) => string;
  readonly troubles: readonly Trouble[];
  readonly retry: (() => void) | undefined;
};

export type NewToast = Omit<Toast, 'id' | 'at'>;

export type Toasts = {
  readonly store: StoreApi<readonly Toast[]>;
  readonly show: (toast: NewToast) => void;
  readonly dismiss: (id: number) => void;
  readonly retry: (toast: Toast) => void;
};

/** More than this would hide the screen; older ones are in the journal. */
export const TOAST_LIMIT = 3;

export const withToast = (toasts: readonly Toast[], toast: Toast): readonly Toast[] =>
  [...toasts, toast].slice(-TOAST_LIMIT);

export const createToasts = (deps: { readonly now: () => number }): Toasts => {
  const store = createStore<readonly Toast[]>(() => []);
  let nextId = 1;
  const dismiss = (id: number) => store.setState((toasts) => toasts.filter((toast) => toast.id !== id), true);
  return {
    store,
    show: (toast) => {
      const id = nextId;
      nextId += 1;
      store.setState((toasts) => withToast(toasts, { ...toast, id, at: deps.now() }), true);
    },
    dismiss,
    retry: (toast) => {
      dismiss(toast.id);
      toast.retry?.();
    },
  };
};
