import { describe, expect, it } from 'vitest';
import { parseDesktopOptions } from './desktop-options.ts';

describe('the options of the desktop app', () => {
  it('are found among those of Electron and Chromium', () => {
    const argv = ['--no-sandbox', '--remote-debugging-port=0', '--inspect=0', '.', '--data', '/srv/tv', '--quit=stop'];
    expect(parseDesktopOptions(argv)).toEqual({ dataFolder: '/srv/tv', quit: 'stop' });
  });

  it('need not be given', () => {
    expect(parseDesktopOptions(['.'])).toEqual({ dataFolder: null, quit: null });
  });

  it.each([['--quit=perhaps'], ['--data']])('%s is refused', (argument) => {
    expect(() => parseDesktopOptions([argument])).toThrow(/--(quit|data)/);
  });
});
