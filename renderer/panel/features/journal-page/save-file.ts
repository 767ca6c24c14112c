/** How long the address of a file stays after the download began, ms. */
const KEEP_MS = 60_000;

/** Hands a file to the browser, which saves it or asks where to. */
export const saveFile = (name: string, type: string, pieces: readonly string[]): void => {
  const url = URL.createObjectURL(new Blob([...pieces], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
};
