import fs from 'node:fs';
import { say, withProgress } from '../progress.mjs';
import { lastWords, runCommand } from '../run-command.mjs';
import { SetupFailure } from '../setup-failure.mjs';

/** @returns {boolean} whether this is Debian, Ubuntu or another system that installs with apt */
export const hasApt = () => process.platform === 'linux' && fs.existsSync('/usr/bin/apt-get');

/** @returns {boolean} whether we may install system packages ourselves */
export const mayInstall = () => hasApt() && process.getuid?.() === 0;

/**
 * Installs Debian packages when we are root, and says so; else refuses with the command to type.
 *
 * @param {readonly (readonly string[])[]} wanted for each package its possible names, the first that exists is taken (a name can
 *   differ between releases, as `libgtk-3-0` and `libgtk-3-0t64`)
 * @param {string} reason a sentence that says what they are for
 * @returns {Promise<void>}
 * @throws {SetupFailure}
 */
export async function installAptPackages(wanted, reason) {
  if (!mayInstall()) {
    throw new SetupFailure(reason, [
      'Install what is missing, then try again:',
      `  sudo apt-get install -y ${(await existing(wanted)).join(' ')}`,
    ]);
  }
  if (!hasPackageLists()) await apt(['update', '-qq'], 'System packages: fetching the lists of packages (apt-get update)');
  const names = await existing(wanted);
  say(reason);
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  await apt(args, `System packages: installing ${names.join(', ')} (apt-get, as root)`);
}

/**
 * @param {readonly string[]} args
 * @param {string} what
 */
async function apt(args, what) {
  const result = await withProgress(what, () =>
    runCommand('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }),
  );
  if (result.status === 0) return;
  throw new SetupFailure(`apt-get ${args[0]} failed: ${lastWords(result)}`, [
    'Try it by hand:',
    `  sudo apt-get ${args.filter((arg) => arg !== '-qq').join(' ')}`,
  ]);
}

function hasPackageLists() {
  const folder = '/var/lib/apt/lists';
  return fs.existsSync(folder) && fs.readdirSync(folder).some((name) => /_Packages(\.\w+)?$/.test(name));
}

/** @param {readonly (readonly string[])[]} wanted */
async function existing(wanted) {
  const candidates = wanted.flat();
  const result = await runCommand('apt-cache', ['policy', ...candidates]);
  return wanted.map((names) => names.find((name) => hasCandidate(result.stdout, name)) ?? names[0] ?? '').filter((name) => name !== '');
}

/**
 * @param {string} policy what `apt-cache policy` printed
 * @param {string} name a package
 * @returns {boolean} whether it can be installed
 */
export function hasCandidate(policy, name) {
  const lines = policy.split('\n');
  const start = lines.indexOf(`${name}:`);
  if (start < 0) return false;
  const candidate = lines.slice(start + 1, start + 3).find((line) => line.trim().startsWith('Candidate:'));
  return candidate !== undefined && !candidate.includes('(none)');
}
