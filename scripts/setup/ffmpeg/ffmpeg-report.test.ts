import { describe, expect, it } from 'vitest';
import { NEEDED } from '../../../src/main/infrastructure/ffmpeg/media-programs.ts';
import { missingFrom, REQUIRED, readVersion } from './ffmpeg-report.mjs';

describe('what FFmpeg says of itself', () => {
  it('asks for exactly what the station asks for', () => {
    expect(REQUIRED).toEqual({ version: [NEEDED.major, NEEDED.minor], encoders: NEEDED.encoders, filters: NEEDED.filters });
  });

  it.each([
    ['ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2026 the FFmpeg developers', '5.1.9-0+deb12u1', true],
    ['ffmpeg version 4.4.2-0ubuntu0.22.04.1 Copyright (c) 2000-2021 the FFmpeg developers', '4.4.2-0ubuntu0.22.04.1', false],
    ['ffmpeg version 5.0.1 Copyright (c) 2000-2022 the FFmpeg developers', '5.0.1', false],
    ['ffmpeg version n7.1 Copyright (c) 2000-2024 the FFmpeg developers', 'n7.1', true],
    [
      'ffprobe version N-66595-gc2b38619c0-static https://johnvansickle.com/ffmpeg/  Copyright (c) 2007-2023 the FFmpeg developers',
      'N-66595-gc2b38619c0-static',
      true,
    ],
    ['ffmpeg version N-92718-g092cb17983 Copyright (c) 2000-2018 the FFmpeg developers', 'N-92718-g092cb17983', false],
    ['command not found', 'unknown', false],
  ])('judges %s', (line, version, isRecent) => {
    expect(readVersion(`${line}\nbuilt with gcc 12`)).toEqual({ version, isRecent });
  });

  it('names the encoders that a listing lacks', () => {
    const listing = [
      ' V....D libx264rgb           libx264 H.264 / AVC / MPEG-4 AVC / MPEG-4 part 10 RGB (codec h264)',
      ' A..... aac                  AAC (Advanced Audio Coding)',
    ].join('\n');
    expect(missingFrom(listing, ['libx264', 'aac'])).toEqual(['libx264']);
  });

  it('names the filters that a listing lacks', () => {
    const listing = ' ..C scale             V->V       Scale the input video size and/or convert the image format.';
    expect(missingFrom(listing, ['scale', 'yadif'])).toEqual(['yadif']);
  });
});
