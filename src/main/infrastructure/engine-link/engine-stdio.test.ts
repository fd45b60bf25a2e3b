import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { engineStdio, highestDescriptor } from './engine-stdio.ts';

/** Has descriptor 3 from its parent, as Electron has Chromium's; starts a child as an engine is started, which tells what its own 3 is. */
const STARTER = `
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { engineStdio, highestDescriptor } from ${JSON.stringify(new URL('./engine-stdio.ts', import.meta.url).href)};
const tell = "process.stdout.write(require('node:fs').readlinkSync('/proc/self/fd/3'))";
const stdio = engineStdio(1, openSync('/dev/null', 'r+'), highestDescriptor(true, process.platform));
spawn(process.execPath, ['-e', tell], { stdio });
`;

describe('the descriptors of an engine', () => {
  it('are its own alone', () => {
    expect(engineStdio(7, 9, 5)).toEqual(['ignore', 7, 7, 9, 9, 9]);
    expect(engineStdio(7, 9, highestDescriptor(false, 'linux'))).toEqual(['ignore', 7, 7]);
  });

  it.runIf(process.platform === 'linux')('hide what the starter was handed itself (on Linux, where /proc tells)', async () => {
    const starter = spawn(process.execPath, ['--input-type=module', '-e', STARTER], { stdio: ['ignore', 'pipe', 'inherit', 'pipe'] });
    let told = '';
    for await (const text of starter.stdout ?? []) told += String(text);
    expect(told).toBe('/dev/null');
  });
});
