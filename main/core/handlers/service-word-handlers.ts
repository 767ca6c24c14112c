import type { Handlers } from '../router.ts';
import type { Services } from './services.ts';

export const serviceWordHandlers = ({ serviceWords }: Pick<Services, 'serviceWords'>) =>
  ({
    'service-words:open': (input) => serviceWords.open(input),
    'service-words:page': (query) => serviceWords.page(query),
    'service-words:sync': (input) => serviceWords.sync(input),
    'service-words:cancel': ({ accountId }) => serviceWords.cancel(accountId),
  }) satisfies Partial<Handlers>;
