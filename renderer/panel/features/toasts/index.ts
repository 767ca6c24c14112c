export { type Copy, createCopy } from './copying.ts';
export { ToastStack } from './toast-stack.tsx';
export { createToasts, type Toast, type Toasts, type Trouble } from './toasts.ts';
