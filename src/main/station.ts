/** The station without a window: for servers, for automation, for tests. */
import { runHeadless } from './composition/run-headless.ts';

process.exit(await runHeadless(process.argv.slice(2), import.meta.url));
