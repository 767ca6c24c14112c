import { readFileSync } from 'node:fs';
import { LOOK_EVERY_MS, makeClockSettable, setClockBy } from './settable-clock.ts';

/** Loaded before a process of Livedeck: its clock tells what a file says, until it ends. */
makeClockSettable();

const look = () => setClockBy(Number(readFileSync(process.env.LIVEDECK_TEST_CLOCK ?? '', 'utf8')));
look();
setInterval(look, LOOK_EVERY_MS).unref();
