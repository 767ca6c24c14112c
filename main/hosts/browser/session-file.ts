import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const sessionSchema = z.object({ secret: z.string().regex(/^[A-Za-z0-9_-]{32,}$/), port: z.number().int() });
export type SessionFile = Readonly<z.infer<typeof sessionSchema>>;

const path = (dataDir: string) => join(dataDir, 'panel-session.json');

/** The panel's secret and port of the last run, so that a panel left open finds its way back after a restart. */
export const readSession = (dataDir: string): SessionFile | undefined => {
  try {
    return sessionSchema.parse(JSON.parse(readFileSync(path(dataDir), 'utf8')));
  } catch {
    // None yet, or damaged: a new secret is made, and panels left open from before have to be opened anew.
    return undefined;
  }
};

export const writeSession = (dataDir: string, session: SessionFile): void => {
  writeFileSync(path(dataDir), JSON.stringify(session), { mode: 0o600 });
  chmodSync(path(dataDir), 0o600);
};
