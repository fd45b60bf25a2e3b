import { runCommand } from '../setup/run-command.mjs';

/**
 * @typedef {object} GateResult
 * @property {string} name
 * @property {boolean} passed
 * @property {number} seconds
 * @property {string} output what it said
 */

/**
 * @param {import('./gates.mjs').Gate} gate
 * @param {string} folder the tree that is checked, with the configuration of the gate's tool in it
 * @returns {Promise<GateResult>}
 */
export async function runGate(gate, folder) {
  const begun = performance.now();
  const { status, stdout, stderr } = await runCommand(process.execPath, [gate.script, ...gate.args], { cwd: folder });
  const output = `${stdout}${stderr}`.trim();
  return { name: gate.name, passed: status === 0, seconds: (performance.now() - begun) / 1000, output };
}
