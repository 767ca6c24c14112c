import type { Clock, Ports } from '../ports.ts';

/** A browser starts within this; after it the ticket opens nothing. */
const validMs = 60_000;
const capacity = 20;

/**
 * One-time addresses for windows. A program's command line and its window's class can be read by every other program of
 * this user, so what stands there must not be the overlay's secret.
 */
export const createWindowTickets = (options: {
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly randomBytes: Ports['randomBytes'];
}) => {
  const { clock } = options;
  let tickets: { readonly overlayId: string; readonly ticket: string; readonly until: number }[] = [];

  return {
    issue: (overlayId: string): string => {
      const ticket = options.randomBytes(24).toString('base64url');
      const until = clock.monotonic() + validMs;
      tickets = [...tickets, { overlayId, ticket, until }].slice(-capacity);
      return ticket;
    },
    /** True once for each ticket, for the overlay that it was issued for. */
    redeem: (overlayId: string, ticket: string): boolean => {
      const now = clock.monotonic();
      tickets = tickets.filter(({ until }) => until > now);
      const found = tickets.find((one) => one.overlayId === overlayId && one.ticket === ticket);
      tickets = tickets.filter((one) => one !== found);
      return found !== undefined;
    },
  };
};
export type WindowTickets = ReturnType<typeof createWindowTickets>;
