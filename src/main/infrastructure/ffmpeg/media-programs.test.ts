import { describe, expect, it } from 'vitest';
import { isRecentEnough, missingFrom } from './media-programs.ts';

describe('what an FFmpeg says about itself', () => {
  it.each([
    ['ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2026 the FFmpeg developers', true],
    ['ffprobe version 6.0-static https://johnvansickle.com/ffmpeg/  Copyright (c) 2007-2023 the FFmpeg developers', true],
    ['ffmpeg version n7.1-5-g0 Copyright (c) 2000-2024 the FFmpeg developers', true],
    ['ffmpeg version N-109542-g4b3a5b2 Copyright (c) 2000-2023 the FFmpeg developers', true],
    ['ffmpeg version 4.4.2-0ubuntu0.22.04.1 Copyright (c) 2000-2021 the FFmpeg developers', false],
    ['ffmpeg version 5.0.1 Copyright (c) 2000-2022 the FFmpeg developers', false],
    ['', false],
  ])('%j is late enough: %s', (output, isLateEnough) => {
    expect(isRecentEnough(output)).toBe(isLateEnough);
  });

  it('tells what a listing lacks', () => {
    const listing =
      ' V....D libx264              libx264 H.264 / AVC (codec h264)\n A....D aac                  AAC (Advanced Audio Coding)\n';
    expect(missingFrom(listing, ['libx264', 'aac', 'libopus'])).toEqual(['libopus']);
  });
});
