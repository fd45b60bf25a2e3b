import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Named by hand so that the output also runs on the oldest Electron the project supports (33: Chromium 130, Node 20.18).
const node = 'node20.18';
const chrome = 'chrome130';

export default defineConfig({
  main: {
    build: {
      target: node,
      sourcemap: true,
      rollupOptions: {
        input: {
          main: resolve('src/main/main.ts'),
          station: resolve('src/main/station.ts'),
          engine: resolve('src/main/engine/engine.ts'),
          'reader-thread': resolve('src/main/infrastructure/sqlite/reader-thread.ts'),
          'workshop-process': resolve('src/main/infrastructure/ffmpeg/workshop/workshop-process.ts'),
        },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      target: node,
      rollupOptions: {
        input: { preload: resolve('src/main/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: { target: chrome, rollupOptions: { input: resolve('src/renderer/index.html') } },
    plugins: [react()],
  },
});
