// npm run check [-- GATE ...]: all gates, or those named. `--json FILE` also writes the result for the test runner.
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { projectFolder } from '../setup/places.mjs';
import { GATES } from './gates.mjs';
import { runGate } from './run-gate.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const unknown = positionals.filter((name) => !GATES.some((gate) => gate.name === name));
if (unknown.length > 0) {
  console.error(`No gate called ${unknown.join(', ')}. There are: ${GATES.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const chosen = positionals.length === 0 ? GATES : GATES.filter(({ name }) => positionals.includes(name));
const results = await Promise.all(
  chosen.map(async (gate) => {
    const result = await runGate(gate, projectFolder);
    console.log(`${result.passed ? '✓' : '✗'} ${gate.name.padEnd(12)} ${result.seconds.toFixed(1).padStart(5)} s  ${gate.covers}`);
    return result;
  }),
);

const failed = results.filter(({ passed }) => !passed);
for (const { name, output } of failed) console.log(`\n── ${name} ${'─'.repeat(60)}\n${output}`);
if (values.json) fs.writeFileSync(values.json, JSON.stringify(results));
if (failed.length > 0) {
  console.log(`\ncheck: ${failed.map(({ name }) => name).join(', ')} failed`);
  process.exit(1);
}
console.log(`check: all ${results.length} gates passed`);
