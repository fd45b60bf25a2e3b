import { runCommand } from '../run-command.mjs';

/**
 * @typedef {object} Host a program that will load the binding
 * @property {string} name as a person would call it
 * @property {string} executable
 * @property {Readonly<Record<string, string>>} environment added to ours
 */

const PROBE = "const D = require(process.argv[1]); if (new D(':memory:').prepare('select 1 as one').get().one !== 1) process.exit(9)";
const TIMEOUT_MS = 60_000;

/**
 * Loads the binding in a child process of each host, because a binding made for another Node-API level ends its process.
 *
 * @param {readonly Host[]} hosts
 * @param {string} packageFolder the better-sqlite3 package that is probed
 * @returns {Promise<readonly Host[]>} those in which it does not work
 */
export async function failingHosts(hosts, packageFolder) {
  const results = await Promise.all(
    hosts.map((host) =>
      runCommand(host.executable, ['-e', PROBE, packageFolder], {
        env: { ...process.env, ...host.environment },
        timeoutMs: TIMEOUT_MS,
      }),
    ),
  );
  return hosts.filter((_, index) => results[index]?.status !== 0);
}
