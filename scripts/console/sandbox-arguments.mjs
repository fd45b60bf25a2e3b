import fs from 'node:fs';
import path from 'node:path';
import { electronExecutable } from '../setup/electron/installed-electron.mjs';

/**
 * Chromium's sandbox on Linux needs a user other than root, and either user namespaces or a helper that belongs to root. A binary
 * in node_modules has no such helper, so where the system denies it the namespaces the window would not open at all.
 *
 * @returns {readonly string[]} the argument that Electron needs here to start
 */
export function sandboxArguments() {
  if (process.platform !== 'linux') return [];
  const isRoot = process.getuid?.() === 0;
  return isRoot || !(hasNamespaces() || hasHelper()) ? ['--no-sandbox'] : [];
}

function hasNamespaces() {
  const isDenied =
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    setting('/proc/sys/kernel/unprivileged_userns_clone') === '0' ||
    setting('/proc/sys/user/max_user_namespaces') === '0';
  return !isDenied;
}

/** @param {string} file */
function setting(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : null;
}

function hasHelper() {
  const helper = path.join(path.dirname(electronExecutable()), 'chrome-sandbox');
  const facts = fs.statSync(helper, { throwIfNoEntry: false });
  return facts !== undefined && facts.uid === 0 && (facts.mode & 0o4000) !== 0;
}
