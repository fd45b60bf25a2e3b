import { defineConfig } from 'vitest/config';

const FFMPEG_TESTS = 'src/**/*.ffmpeg.test.ts';
const TIMEOUT_MS = 60_000;
/** Vitest's own patience is a second, which a busy machine needs for itself: what is waited for is given most of a test's time. */
const POLL = { timeout: TIMEOUT_MS - 10_000 };

// Two projects, because the machine is shared: plain tests run side by side, those that run real FFmpeg one file at a time and after
// them, so that no encoder starves another into a time limit.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'plain',
          include: ['src/**/*.test.{ts,tsx}', 'test-media/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts', 'soak/**/*.test.ts'],
          exclude: ['**/*.ffmpeg.test.ts', '**/node_modules/**'],
          testTimeout: TIMEOUT_MS,
          expect: { poll: POLL },
          hookTimeout: TIMEOUT_MS,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'ffmpeg',
          include: [FFMPEG_TESTS, 'test-media/**/*.ffmpeg.test.ts', 'soak/**/*.ffmpeg.test.ts'],
          testTimeout: 2 * TIMEOUT_MS,
          expect: { poll: POLL },
          hookTimeout: 2 * TIMEOUT_MS,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
