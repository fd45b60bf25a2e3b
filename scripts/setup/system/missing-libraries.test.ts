import { describe, expect, it } from 'vitest';
import { hasCandidate } from './apt-packages.mjs';
import { missingLibraries, packagesOf } from './missing-libraries.mjs';

const LDD = `	linux-vdso.so.1 (0x00007fdd78a10000)
	libffmpeg.so => /opt/electron/libffmpeg.so (0x00007fdd6d200000)
	libdl.so.2 => /lib/x86_64-linux-gnu/libdl.so.2 (0x00007fdd789f7000)
	libnss3.so => not found
	libnssutil3.so => not found
	libgtk-3.so.0 => not found
	libgtk-3.so.0 => not found
`;

const POLICY = `ffmpeg:
  Installed: 7:5.1.9-0+deb12u1
  Candidate: 7:5.1.9-0+deb12u1
  Version table:
libgtk-3-0:
  Installed: (none)
  Candidate: 3.24.38-2~deb12u3
libasound2:
  Installed: (none)
  Candidate: (none)
`;

describe('the libraries Electron needs', () => {
  it('are missing when ldd does not find them', () => {
    expect(missingLibraries(LDD)).toEqual(['libnss3.so', 'libnssutil3.so', 'libgtk-3.so.0']);
  });

  it('come from packages, one package for several libraries', () => {
    expect(packagesOf(['libnss3.so', 'libnssutil3.so', 'libgtk-3.so.0'])).toEqual({
      packages: [['libnss3'], ['libgtk-3-0t64', 'libgtk-3-0']],
      unknown: [],
    });
  });

  it('are named when their package is not known', () => {
    expect(packagesOf(['libnew.so.1'])).toEqual({ packages: [], unknown: ['libnew.so.1'] });
  });

  it.each([
    ['ffmpeg', true],
    ['libgtk-3-0', true],
    ['libgtk-3-0t64', false],
    ['libasound2', false],
  ])('can be installed when apt has a candidate: %s', (name, expected) => {
    expect(hasCandidate(POLICY, name)).toBe(expected);
  });
});
