import path from 'node:path';

/** Names that say nothing: they gather what has no place. The concept has a name; use that. */
const BANNED = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'lib', 'misc', 'shared-code', 'stuff']);

/** Names that a tool or the architecture gives, so they do not come from an export. */
const NAMED_OTHERWISE = /(^|\/)(index|composition-root|fixtures|[\w-]+\.(test|spec|config|d))\.\w+$/;

/**
 * What is wrong with a source file's name and place: a banned or wrongly written folder or file name, or a file with one main export
 * that has no word in common with it (`append-item.ts` exports `appendItem`; `desktop-transport.ts` may export
 * `createDesktopTransport`). A file that exports several things is named for what they have in common, which no tool can judge.
 *
 * @param {string} file relative to the project, with forward slashes
 * @param {string} source its text
 * @returns {readonly string[]} a sentence for each fault
 */
export function namingFaults(file, source) {
  const parts = file.split('/');
  const stem = (parts.at(-1) ?? '').replace(/(\.ffmpeg)?(\.\w+)+$/, '');
  const banned = [...parts.slice(0, -1), stem].filter((name) => BANNED.has(name));
  const folders = parts.slice(0, -1).filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name));
  return [
    ...banned.map((name) => `${file}: "${name}" says nothing; name the concept`),
    ...folders.map((name) => `${file}: the folder "${name}" is not in kebab-case`),
    ...exportFaults(file, stem, source),
  ];
}

/**
 * @param {string} file
 * @param {string} stem
 * @param {string} source
 */
function exportFaults(file, stem, source) {
  if (NAMED_OTHERWISE.test(file)) return [];
  const values = [...source.matchAll(/^export (?:async )?(?:function\*?|const|let|abstract class|class) (\w+)/gm)];
  const types = [...source.matchAll(/^export (?:type|interface) (\w+)/gm)];
  const names = [...values, ...types].map((match) => match[1] ?? '');
  const hasOneMainExport = values.length === 1 || (values.length === 0 && types.length === 1);
  if (!hasOneMainExport || names.some((name) => isCalledAfter(stem, name))) return [];
  return [`${file}: its main export is ${names[0]}; call the file after it`];
}

/**
 * @param {string} stem
 * @param {string} name
 */
function isCalledAfter(stem, name) {
  const ofFile = stem.split('-');
  const ofExport = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/_/g, '-')
    .toLowerCase()
    .split('-');
  return ofFile.join('') === ofExport.join('') || ofFile.some((word) => ofExport.some((other) => singular(word) === singular(other)));
}

/** @param {string} word */
function singular(word) {
  return word.replace(/s$/, '');
}

/**
 * @param {string} file
 * @returns {string} with forward slashes on every system
 */
export const withForwardSlashes = (file) => file.split(path.sep).join('/');
