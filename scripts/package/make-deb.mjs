import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectFolder } from '../setup/places.mjs';
import { say, withProgress } from '../setup/progress.mjs';
import { lastWords, runCommand } from '../setup/run-command.mjs';
import { SetupFailure } from '../setup/setup-failure.mjs';
import { findOnPath } from '../setup/system/find-on-path.mjs';
import { controlFile, desktopEntry } from './deb-files.mjs';

const UNPACKED = path.join(projectFolder, 'release', 'linux-unpacked');

/**
 * Makes a Debian package of `release/linux-unpacked` with the system's own dpkg-deb.
 *
 * @param {string} suffix put after the package's file name
 * @returns {Promise<void>}
 * @throws {SetupFailure}
 */
export async function makeDeb(suffix) {
  if (!findOnPath('dpkg-deb')) return say('Package: no dpkg-deb here, so the application folder is all there is.');
  const manifest = JSON.parse(fs.readFileSync(path.join(projectFolder, 'package.json'), 'utf8'));
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'perpetua-deb-'));
  try {
    layOut(root, manifest);
    const target = path.join('release', `${manifest.name}_${manifest.version}_amd64${suffix}.deb`);
    const args = ['--root-owner-group', '-Zxz', '-z1', '--build', root, path.join(projectFolder, target)];
    const result = await withProgress(`Package: making ${target}`, () => runCommand('dpkg-deb', args));
    if (result.status !== 0) throw new SetupFailure(`Package: dpkg-deb failed: ${lastWords(result)}`);
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}

/**
 * @param {string} root
 * @param {import('./deb-files.mjs').Manifest} manifest
 */
function layOut(root, manifest) {
  const home = `/opt/${manifest.name}`;
  fs.chmodSync(root, 0o755);
  fs.cpSync(UNPACKED, path.join(root, home), { recursive: true });
  fs.chmodSync(path.join(root, home, 'chrome-sandbox'), 0o4755); // Chromium's sandbox helper, which has to belong to root
  fs.mkdirSync(path.join(root, 'usr/bin'), { recursive: true });
  fs.symlinkSync(`${home}/${manifest.name}`, path.join(root, 'usr/bin', manifest.name));
  const icons = path.join(root, 'usr/share/icons/hicolor/1024x1024/apps');
  fs.mkdirSync(icons, { recursive: true });
  fs.copyFileSync(path.join(projectFolder, 'assets', 'icon.png'), path.join(icons, `${manifest.name}.png`));
  write(root, `usr/share/applications/${manifest.name}.desktop`, desktopEntry(manifest, home));
  write(root, 'DEBIAN/control', controlFile(manifest, kilobytesIn(root)));
}

/**
 * @param {string} root
 * @param {string} file
 * @param {string} text
 */
function write(root, file, text) {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text, { mode: 0o644 });
}

/** @param {string} folder */
function kilobytesIn(folder) {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, entry) => sum + fs.statSync(path.join(entry.parentPath, entry.name)).size, 0);
  return Math.ceil(bytes / 1024);
}
