import { type CliOptions, helpText, readCliOptions } from './cli-options.ts';
import { type Ready, startService } from './service.ts';

const tell = (ready: Ready): string =>
  [
    'The rehearsal service is ready. Ctrl-C ends it.',
    `  REST      ${ready.rest}`,
    `  socket    ${ready.socket}`,
    `  control   ${ready.control}`,
    `  SDKAppID  ${ready.sdkAppId}`,
    `  SecretKey ${ready.secretKey}`,
    `  admin     ${ready.admin}`,
    `  VJ        ${ready.vj}`,
    `  rooms     ${ready.rooms.join(', ')}`,
  ].join('\n');

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');

/** Ends with the program that started it, so that none is left behind. */
const endWithParent = (end: () => void, withParent: boolean): void => {
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  process.once('disconnect', end);
  if (!withParent) return;
  process.stdin.once('end', end);
  process.stdin.once('close', end);
  process.stdin.resume();
};

const run = async ({ service: options, json, withParent }: CliOptions): Promise<void> => {
  const service = await startService({ ...options, onBug: (error) => console.error('bug:', error) });
  let ending = false;
  endWithParent(() => {
    if (ending) return;
    ending = true;
    // Without this a closed parent would leave an open stdin or IPC channel that keeps the process alive.
    void service.dispose().then(() => process.exit(0));
  }, withParent);
  console.log(json ? JSON.stringify(service.ready) : tell(service.ready));
};

const input = readCliOptions(process.argv.slice(2), process.env);
if (input.kind === 'help') console.log(helpText);
else if (input.kind === 'mistake') {
  console.error(`${input.text}\nTry --help.`);
  process.exitCode = 2;
} else {
  run(input.options).catch((error: unknown) => {
    console.error(
      isPortTaken(error) ? 'The port is in use, or needs more rights; try another --port.' : error,
    );
    process.exitCode = 1;
  });
}
