import type { Handlers } from '../router.ts';
import { given } from './given.ts';
import type { Services } from './services.ts';

export const desktopHandlers = ({ overlayWindows, updates }: Services) =>
  ({
    'overlay:open-window': ({ overlayId }) => overlayWindows.open(overlayId),
    'overlay-window:close': ({ overlayId }) => overlayWindows.close(overlayId),
    'overlay-window:set': ({ overlayId, patch }) => overlayWindows.set(overlayId, given(patch)),
    'overlay-window:arrange': ({ overlayId, on }) => overlayWindows.arrange(overlayId, on),
    'overlay-window:confirm': ({ overlayId, framed }) => overlayWindows.confirm(overlayId, framed),
    'update:check': () => updates.check(),
    'update:download': () => updates.download(),
    'update:install': () => updates.install(),
    'update:dismiss': () => updates.dismiss(),
  }) satisfies Partial<Handlers>;
