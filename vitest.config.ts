import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const FFMPEG_TESTS = 'src/**/*.ffmpeg.test.ts';
const TIMEOUT_MS = 60_000;
/** Vitest's own patience is a second, which a busy machine needs for itself: what is waited for is given most of a test's time. */
const POLL = { timeout: TIMEOUT_MS - 10_000 };

/**
 * Tests that go by the real clock: stations on air, senders and receivers of live streams. They mostly wait: alone, none of them asks for
 * more than two thirds of a processor, most for one third.
 */
const BY_THE_CLOCK = [
  'src/main/{live-daypart,mixed-media,outputs-on-air,players,station,watching-over-http}.ffmpeg.test.ts',
  'src/main/engine/monitoring.ffmpeg.test.ts',
  'src/main/engine/channel/planned-live.ffmpeg.test.ts',
  'src/main/engine/inputs/{flapping,live-inputs,url-inputs}.ffmpeg.test.ts',
  'src/main/engine/observer/observer.ffmpeg.test.ts',
  'src/main/engine/sinks/sink-set.ffmpeg.test.ts',
  'src/main/engine/sinks/push/push-sink.ffmpeg.test.ts',
  'src/main/engine/stream-server/preview.ffmpeg.test.ts',
  'src/main/engine/stream-server/rtmp/live-input.ffmpeg.test.ts',
  'src/main/infrastructure/engine-link/real-engine.ffmpeg.test.ts',
];

const FFMPEG_LIMITS = { testTimeout: 2 * TIMEOUT_MS, hookTimeout: 2 * TIMEOUT_MS, expect: { poll: POLL } };

// Three projects, one after the other, because the machine is shared. Plain tests run side by side, on every processor: by itself Vitest
// leaves one of them out, which of two is half. Those that run real FFmpeg as fast as it goes run one file at a time, so that no encoder
// starves another into a time limit. Those that wait for the clock run two at a time, and never beside an encoder that does not.
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
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...FFMPEG_LIMITS,
          name: 'ffmpeg',
          include: [FFMPEG_TESTS, 'test-media/**/*.ffmpeg.test.ts', 'soak/**/*.ffmpeg.test.ts'],
          exclude: [...BY_THE_CLOCK, '**/node_modules/**'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...FFMPEG_LIMITS,
          name: 'clock',
          include: BY_THE_CLOCK,
          maxWorkers: Math.min(2, availableParallelism()),
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
