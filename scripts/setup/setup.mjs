// npm run setup [-- station | console | tests]

import { prepareOrExit } from './prepare-or-exit.mjs';
import { elapsedMs, say } from './progress.mjs';

const purpose = process.argv[2] ?? 'console';
if (purpose !== 'station' && purpose !== 'console' && purpose !== 'tests') {
  say(`Unknown purpose "${purpose}": station, console or tests.`);
  process.exit(2);
}
await prepareOrExit(purpose);
say(`This machine is ready for the ${purpose} (${elapsedMs().toFixed(0)} ms).`);
