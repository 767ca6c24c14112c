/** One login over one socket. */
export type Link = {
  readonly userId: string;
  readonly instId: number;
  /** Monotonic ms of the login. */
  readonly since: number;
  /** Sends a push; `body` is JSON text. */
  push(servcmd: string, body: string): void;
};

/** Who is connected. A user may have several sockets: other devices, or an old one that is not yet closed. */
export type Links = {
  add(link: Link): void;
  remove(link: Link): void;
  of(userId: string): readonly Link[];
  users(): Iterable<string>;
  /** Instances that a newer login has replaced. */
  replace(userId: string, instId: number): void;
  replaced(userId: string, instId: number): boolean;
};

export const createLinks = (): Links => {
  const byUser = new Map<string, Set<Link>>();
  const replacedInstances = new Set<string>();
  return {
    add(link) {
      byUser.set(link.userId, (byUser.get(link.userId) ?? new Set()).add(link));
    },
    remove(link) {
      const links = byUser.get(link.userId);
      links?.delete(link);
      if (links?.size === 0) byUser.delete(link.userId);
    },
    of: (userId) => [...(byUser.get(userId) ?? [])],
    users: () => byUser.keys(),
    replace(userId, instId) {
      replacedInstances.add(`${userId} ${instId}`);
    },
    replaced: (userId, instId) => replacedInstances.has(`${userId} ${instId}`),
  };
};

export const pushTo = (links: Links, userId: string, servcmd: string, body: unknown): void => {
  const text = JSON.stringify(body);
  for (const link of links.of(userId)) link.push(servcmd, text);
};
