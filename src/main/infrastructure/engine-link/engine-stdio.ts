import { readdirSync } from 'node:fs';

/**
 * What an engine gets for each of its descriptors: nothing to read, `output` to write to, and the null device in the place of every other one
 * that this process has. Node's own descriptors are not handed down, Chromium's are: an engine that plays on would keep the display's
 * socket, and would keep whoever started the desktop app waiting for the end of its output.
 * @param nullDevice a descriptor of the null device
 * @param highest this process's highest descriptor
 */
export function engineStdio(output: number, nullDevice: number, highest: number): ('ignore' | number)[] {
  return ['ignore', output, output, ...Array.from({ length: Math.max(0, highest - 2) }, () => nullDevice)];
}

/** This process's highest descriptor that a child could be handed by accident; 2 where that can't happen (plain Node, Windows). */
export function highestDescriptor(isElectron: boolean, platform: NodeJS.Platform): number {
  if (!isElectron || platform === 'win32') return 2;
  return Math.max(2, ...readdirSync(platform === 'linux' ? '/proc/self/fd' : '/dev/fd').map(Number));
}
