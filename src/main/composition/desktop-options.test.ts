import { describe, expect, it } from 'vitest';
import { parseDesktopOptions } from './desktop-options.ts';

describe('the options of the desktop app', () => {
  it('are found among those of Electron and Chromium', () => {
    const argv = ['--no-sandbox', '--remote-debugging-port=0', '--inspect=0', '.', '--data', '/srv/tv', '--quit=stop', '--api-port=0'];
    expect(parseDesktopOptions(argv, '/home/ann')).toEqual({
      station: { dataFolder: '/srv/tv', host: null, apiPort: 0, streamPort: null, rtmpPort: null, leaveOnAir: false },
      profileFolder: '/srv/tv/desktop',
      quit: 'stop',
    });
  });

  it('need not be given', () => {
    const { station, profileFolder, quit } = parseDesktopOptions(['.'], '/home/ann');
    expect([station.dataFolder, profileFolder, quit]).toEqual(['/home/ann', null, null]);
  });

  it.each([['--quit=perhaps'], ['--data'], ['--api-port=x'], ['--host=']])('%s is refused', (argument) => {
    expect(() => parseDesktopOptions([argument], '/home/ann')).toThrow(/--(quit|data|api-port|host)/);
  });
});
