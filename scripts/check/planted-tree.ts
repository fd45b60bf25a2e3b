import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectFolder } from '../setup/places.mjs';

const CONFIGURATION = ['biome.json', 'tsconfig.json', 'knip.json', '.jscpd.json', '.gitignore'];
const MANIFEST = { name: 'planted', private: true, type: 'module' };

/**
 * Lays out a small project of its own under the project's real configuration, so that a gate can be seen to bite.
 *
 * @param files its source files: path to text
 * @returns the folder; the caller removes it
 */
export function plantTree(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'perpetua-planted-'));
  for (const name of CONFIGURATION) cpSync(path.join(projectFolder, name), path.join(folder, name));
  symlinkSync(path.join(projectFolder, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(MANIFEST, null, 2)}\n`);
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}
