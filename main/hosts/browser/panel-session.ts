import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares secrets without telling by its time how much of them was right. */
export const sameSecret = (left: string, right: string): boolean =>
  timingSafeEqual(digest(left), digest(right));

const cookieValue = (header: string | undefined, name: string): string | undefined =>
  header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/**
 * Who may use the panel: whoever opened the address that this process printed. The key in that address is exchanged
 * for a cookie at once, so that it does not stay in the address bar or the history.
 */
export const createPanelSession = (secret: string, port: () => number) => {
  // Cookies do not keep ports apart: the name does.
  const name = () => `livedeck-${port()}`;
  return {
    isKey: (key: string) => sameSecret(key, secret),
    setCookie: () => `${name()}=${secret}; Path=/; HttpOnly; SameSite=Strict`,
    allows: (cookieHeader: string | undefined): boolean => {
      const value = cookieValue(cookieHeader, name());
      return value !== undefined && sameSecret(value, secret);
    },
  };
};
export type PanelSession = ReturnType<typeof createPanelSession>;
