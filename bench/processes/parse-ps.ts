import type { ProcessEntry } from './process-entry.ts';

/**
 * Reads what `ps -axo pid=,ppid=,time=,command=` prints. `time` is CPU time, `[[DD-]HH:]MM:SS[.hh]`: macOS prints minutes and hundredths,
 * others hours and whole seconds.
 */
export function parsePs(text: string): readonly ProcessEntry[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(?:(\d+)-)?((?:\d+:)?\d+:\d+(?:\.\d+)?)\s+(.*)$/.exec(line);
    if (!match) return [];
    const [, pid, parentPid, days = '0', time = '', command = ''] = match;
    const seconds = time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400;
    return [{ pid: Number(pid), parentPid: Number(parentPid), command, ownMs: Math.round(seconds * 1000), endedChildrenMs: 0 }];
  });
}
