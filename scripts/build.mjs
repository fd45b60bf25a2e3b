// npm run build: main, preload and renderer into out/, when a source is newer than what is there.
import { buildConsole } from './console/build-console.mjs';
import { doOrExit } from './setup/prepare-or-exit.mjs';

await doOrExit(buildConsole);
