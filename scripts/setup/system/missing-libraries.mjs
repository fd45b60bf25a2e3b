/**
 * The Debian package of each shared library that Electron links against and a bare system may lack. More than one name: the
 * package was renamed when 64-bit time came (Debian 13, Ubuntu 24.04).
 *
 * @type {ReadonlyMap<string, readonly string[]>}
 */
const PACKAGE_OF = new Map([
  ['libasound.so.2', ['libasound2t64', 'libasound2']],
  ['libatk-1.0.so.0', ['libatk1.0-0t64', 'libatk1.0-0']],
  ['libatk-bridge-2.0.so.0', ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0']],
  ['libatspi.so.0', ['libatspi2.0-0t64', 'libatspi2.0-0']],
  ['libcairo.so.2', ['libcairo2']],
  ['libcups.so.2', ['libcups2t64', 'libcups2']],
  ['libdbus-1.so.3', ['libdbus-1-3']],
  ['libdrm.so.2', ['libdrm2']],
  ['libexpat.so.1', ['libexpat1']],
  ['libgbm.so.1', ['libgbm1']],
  ['libgio-2.0.so.0', ['libglib2.0-0t64', 'libglib2.0-0']],
  ['libglib-2.0.so.0', ['libglib2.0-0t64', 'libglib2.0-0']],
  ['libgobject-2.0.so.0', ['libglib2.0-0t64', 'libglib2.0-0']],
  ['libgtk-3.so.0', ['libgtk-3-0t64', 'libgtk-3-0']],
  ['libnspr4.so', ['libnspr4']],
  ['libnss3.so', ['libnss3']],
  ['libnssutil3.so', ['libnss3']],
  ['libpango-1.0.so.0', ['libpango-1.0-0']],
  ['libsmime3.so', ['libnss3']],
  ['libudev.so.1', ['libudev1']],
  ['libX11.so.6', ['libx11-6']],
  ['libxcb.so.1', ['libxcb1']],
  ['libXcomposite.so.1', ['libxcomposite1']],
  ['libXdamage.so.1', ['libxdamage1']],
  ['libXext.so.6', ['libxext6']],
  ['libXfixes.so.3', ['libxfixes3']],
  ['libxkbcommon.so.0', ['libxkbcommon0']],
  ['libXrandr.so.2', ['libxrandr2']],
]);

/**
 * @param {string} lddOutput what `ldd` printed about a binary
 * @returns {readonly string[]} the shared libraries that it could not find, as in `libgtk-3.so.0`
 */
export function missingLibraries(lddOutput) {
  const lines = lddOutput.split('\n').filter((line) => line.includes('=> not found'));
  return [...new Set(lines.map((line) => line.trim().split(' ')[0] ?? ''))];
}

/**
 * @param {readonly string[]} libraries
 * @returns {{ packages: readonly (readonly string[])[], unknown: readonly string[] }} for each package that brings some of them
 *   its possible names; and the libraries whose package we don't know
 */
export function packagesOf(libraries) {
  const packages = new Map();
  for (const library of libraries) {
    const names = PACKAGE_OF.get(library);
    if (names) packages.set(names.join(), names);
  }
  return { packages: [...packages.values()], unknown: libraries.filter((library) => !PACKAGE_OF.has(library)) };
}
