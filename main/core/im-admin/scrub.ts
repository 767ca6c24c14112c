/** Longer than any user or room ID (48 bytes), shorter than any signature, key or PEM line. */
const SECRET_LIKE = /[A-Za-z0-9+/*=_%-]{49,}/g;
const MAX_INFO_LENGTH = 300;

/** The vendor's words with everything taken out that could be a signature or a key; fit for errors and logs. */
export const scrubVendorInfo = (info: string): string =>
  info
    .replace(/usersig=[^&\s"']*/gi, 'usersig=…')
    .replace(SECRET_LIKE, '…')
    .slice(0, MAX_INFO_LENGTH);
