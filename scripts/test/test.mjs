// npm test [-- --only check|unit|e2e [arguments of that runner]]
import { buildConsole } from '../console/build-console.mjs';
import { demandNode } from '../demand-node.mjs';
import { prepareOrExit } from '../setup/prepare-or-exit.mjs';
import { RUNNERS, run } from './runners.mjs';
import { closingLine, sumOf } from './tally.mjs';

demandNode();
const { chosen, extra } = readArguments(process.argv.slice(2));
await prepareOrExit('tests', chosen.some(({ needsDisplay }) => needsDisplay) ? buildConsole : undefined);

/** @type {import('./tally.mjs').Tally[]} */
const tallies = [];
for (const runner of chosen) {
  console.log(`\n── ${runner.name} ${'─'.repeat(70 - runner.name.length)}`);
  tallies.push(await run(runner, extra));
}

console.log('');
for (const [index, tally] of tallies.entries()) console.log(`${chosen[index]?.name}: ${closingLine(tally)}`);
const sum = sumOf(tallies);
console.log(closingLine(sum));
process.exit(sum.failed === 0 ? 0 : 1);

/** @param {readonly string[]} args */
function readArguments(args) {
  if (args[0] !== '--only') return { chosen: RUNNERS, extra: [] };
  const chosen = RUNNERS.filter(({ name }) => name === args[1]);
  if (chosen.length === 0) {
    console.error(`--only takes one of: ${RUNNERS.map(({ name }) => name).join(', ')}.`);
    process.exit(2);
  }
  return { chosen, extra: args.slice(2) };
}
