import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CpuAccount, totalOf } from './cpu-account.ts';
import { parseProcStat } from './parse-proc-stat.ts';
import { parsePs } from './parse-ps.ts';
import { type ProcessEntry, processTree } from './process-entry.ts';

function entry(pid: number, parentPid: number, ownMs: number, endedChildrenMs = 0): ProcessEntry {
  return { pid, parentPid, command: `program ${pid}`, ownMs, endedChildrenMs };
}

describe('what systems print of processes', () => {
  it('is read from /proc/PID/stat, brackets and blanks in the name included', () => {
    const line = '785 (my (odd) ffmpeg) S 603 785 785 0 -1 4194304 9812 130 0 0 181 37 12 5 20 0 9 0 440123 584932 22348 18446744073709551615'; // biome-ignore format: as printed
    expect(parseProcStat(line, 'ffmpeg -i a')).toEqual({
      pid: 785,
      parentPid: 603,
      command: 'ffmpeg -i a',
      ownMs: 2180,
      endedChildrenMs: 170,
    });
    expect(parseProcStat('', 'gone')).toBeNull();
  });

  it('is read from ps of macOS and of others', () => {
    const printed =
      '  501     1   1:23.45 /usr/local/bin/ffmpeg -i a b\n  502   501   0:00.07 node engine.ts\n 7 1 01:02:03 sshd: x\n 8 1 2-00:00:01 old\nnonsense\n';
    expect(parsePs(printed).map(({ pid, parentPid, ownMs }) => [pid, parentPid, ownMs])).toEqual([
      [501, 1, 83_450],
      [502, 501, 70],
      [7, 1, 3_723_000],
      [8, 1, 172_801_000],
    ]);
    expect(parsePs(printed)[0]?.command).toBe('/usr/local/bin/ffmpeg -i a b');
  });
});

describe('the tree of a process', () => {
  it('holds it and its descendants, whatever their order, and nobody else', () => {
    const entries = [entry(5, 4, 0), entry(4, 2, 0), entry(2, 1, 0), entry(3, 1, 0), entry(6, 2, 0)];
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        const tree = processTree({ entries: shuffled, tellsEndedChildren: true }, 2);
        expect(tree.map(({ pid }) => pid).toSorted()).toEqual([2, 4, 5, 6]);
      }),
    );
  });
});

describe('the account of a tree', () => {
  const roles = { of: (_: ProcessEntry, isRoot: boolean): string => (isRoot ? 'root' : 'child'), ofEnded: 'child' };

  it('counts from the first look, children that came and went in between by what their parent tells', () => {
    const account = new CpuAccount(1, roles);
    account.observe({ tellsEndedChildren: true, entries: [entry(1, 0, 1000, 300), entry(2, 1, 400)] });
    // Child 2 ended with 500 ms in all, child 3 is new.
    account.observe({ tellsEndedChildren: true, entries: [entry(1, 0, 1100, 800), entry(3, 1, 50)] });
    expect(Object.fromEntries(account.used())).toEqual({ root: 100, child: 150 });
    expect(totalOf(account.used())).toBe(250);
  });

  it('remembers children that ended where the system does not tell of them', () => {
    const account = new CpuAccount(1, roles);
    account.observe({ tellsEndedChildren: false, entries: [entry(1, 0, 1000), entry(2, 1, 400)] });
    account.observe({ tellsEndedChildren: false, entries: [entry(1, 0, 1050), entry(2, 1, 480), entry(3, 1, 20)] });
    account.observe({ tellsEndedChildren: false, entries: [entry(1, 0, 1100), entry(3, 1, 50)] });
    expect(Object.fromEntries(account.used())).toEqual({ root: 100, child: 130 });
  });

  it('says so when the process is gone', () => {
    expect(() => new CpuAccount(1, roles).observe({ tellsEndedChildren: true, entries: [] })).toThrow(/1 has ended/);
  });
});
