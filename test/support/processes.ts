import { execFileSync } from 'node:child_process';

type Running = {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly command: string;
};

const onWindows = (): Running[] => {
  const query =
    'Get-CimInstance Win32_Process | Select-Object ProcessId,ParentProcessId,CommandLine | ConvertTo-Json';
  const rows = JSON.parse(execFileSync('powershell', ['-NoProfile', '-Command', query]).toString()) as {
    readonly ProcessId: number;
    readonly ParentProcessId: number;
    readonly CommandLine: string | null;
  }[];
  return rows.map((row) => ({
    pid: row.ProcessId,
    parent: row.ParentProcessId,
    group: row.ParentProcessId,
    command: row.CommandLine ?? '',
  }));
};

/** Ended processes that nobody has collected yet are left out: they run nothing any more. */
const onUnix = (): Running[] =>
  execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,pgid=,stat=,args='])
    .toString()
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null && !match[4]?.startsWith('Z'))
    .map((match) => ({
      pid: Number(match?.[1]),
      parent: Number(match?.[2]),
      group: Number(match?.[3]),
      command: match?.[5] ?? '',
    }));

const running = (): Running[] => (process.platform === 'win32' ? onWindows() : onUnix());

/** The children of a process, by what they run. */
export const childrenOf = (parent: number): Running[] => running().filter((one) => one.parent === parent);

/**
 * What still runs of a process that was given a group of its own, and of all that it started; a child whose parent was
 * killed is found too. Windows has no such groups: there only living parents name their children.
 */
export const groupOf = (leader: number): Running[] =>
  process.platform === 'win32'
    ? running().filter(({ pid, parent }) => pid === leader || parent === leader)
    : running().filter(({ group }) => group === leader);

/** Which of these processes still run. */
export const stillRunning = (pids: readonly number[]): number[] => {
  const alive = new Set(running().map(({ pid }) => pid));
  return pids.filter((pid) => alive.has(pid));
};

/** The feed processes of a Livedeck that is named by its main process. */
export const feedProcessesOf = (pid: number): number[] =>
  childrenOf(pid)
    .filter(({ command }) => command.includes('feed-process'))
    .map((one) => one.pid);

/** The one feed process of a Livedeck with one account. */
export const feedProcessOf = (pid: number): number | undefined => feedProcessesOf(pid)[0];
