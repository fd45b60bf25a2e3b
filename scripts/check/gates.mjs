import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '../setup/places.mjs';

/**
 * @typedef {object} Gate one thing that `npm run check` looks at
 * @property {string} name
 * @property {string} covers what it holds, for the person who reads its name in a report
 * @property {string} script run with this Node, in the folder that is checked
 * @property {readonly string[]} args
 */

/** @type {readonly Gate[]} */
export const GATES = [
  { name: 'types', covers: 'the compiler', script: binary('typescript', 'bin/tsc'), args: ['--noEmit', '--project', '.'] },
  {
    name: 'lint',
    covers: 'format, lint, layers, features, sizes of files and functions, case of file names',
    script: binary('@biomejs/biome', 'bin/biome'),
    args: ['ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=100', '.'],
  },
  { name: 'names', covers: 'files called after what they export, banned names', script: own('./names.mjs'), args: [] },
  { name: 'dead-code', covers: 'unused files, exports and packages', script: binary('knip', 'bin/knip.js'), args: ['--no-progress'] },
  { name: 'duplication', covers: 'code written twice', script: binary('jscpd', 'run-jscpd.js'), args: ['--no-tips'] },
];

/**
 * @param {string} packageName
 * @param {string} file
 */
function binary(packageName, file) {
  return path.join(projectFolder, 'node_modules', packageName, file);
}

/** @param {string} file */
function own(file) {
  return fileURLToPath(new URL(file, import.meta.url));
}
