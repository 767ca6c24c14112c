import { ok } from '../../contract/result.ts';
import type { Handlers } from '../router.ts';
import type { Services } from './services.ts';

export const panicHandlers = ({ panic }: Services) =>
  ({
    'panic:set': async ({ on }) => ok(await panic.set(on)),
    'panic:dismiss': () => ok(panic.dismiss()),
  }) satisfies Partial<Handlers>;
