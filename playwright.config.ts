import { defineConfig } from '@playwright/test';

// One window at a time: each test runs a whole station, engine and encoder included, on a folder of its own.
export default defineConfig({
  testDir: 'e2e',
  // Pictures of states, to be judged by eye: nothing for a machine to do without somebody to look at them.
  testIgnore: process.env.SCREENSHOTS === undefined ? ['looks.spec.ts'] : [],
  outputDir: 'test-results',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
});
