/** Lets everything run that waits: between two slices of long work. */
export const otherThings = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
