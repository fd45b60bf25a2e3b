/**
 * @typedef {object} Manifest the parts of package.json that a package speaks of
 * @property {string} name
 * @property {string} productName
 * @property {string} version
 * @property {string} description
 * @property {string} homepage
 * @property {{ name: string, email: string }} author
 */

/** What Electron links against. A second name: the package was renamed when 64-bit time came (Debian 13, Ubuntu 24.04). */
const DEPENDS = [
  'libgtk-3-0 | libgtk-3-0t64',
  'libnotify4',
  'libnss3',
  'libxss1',
  'libxtst6',
  'xdg-utils',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'libuuid1',
  'libsecret-1-0',
  'libasound2 | libasound2t64',
  'libgbm1',
];

/**
 * The `DEBIAN/control` of the package (deb-control(5)).
 *
 * @param {Manifest} manifest
 * @param {number} installedKilobytes
 * @returns {string}
 */
export function controlFile(manifest, installedKilobytes) {
  const fields = {
    Package: manifest.name,
    Version: manifest.version,
    Architecture: 'amd64',
    Maintainer: `${manifest.author.name} <${manifest.author.email}>`,
    'Installed-Size': installedKilobytes,
    Depends: DEPENDS.join(', '),
    Recommends: 'ffmpeg',
    Section: 'video',
    Priority: 'optional',
    Homepage: manifest.homepage,
    Description: manifest.description.replace(/\.$/, ''),
  };
  return `${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n`;
}

/**
 * The desktop entry (freedesktop.org Desktop Entry Specification 1.5).
 *
 * @param {Manifest} manifest
 * @param {string} home where the application is installed
 * @returns {string}
 */
export function desktopEntry(manifest, home) {
  const keys = [
    'Type=Application',
    `Name=${manifest.productName}`,
    `Comment=${manifest.description}`,
    `Exec=${home}/${manifest.name} %U`,
    `Icon=${manifest.name}`,
    'Categories=AudioVideo;Video;',
    `StartupWMClass=${manifest.productName}`,
  ];
  return `[Desktop Entry]\n${keys.join('\n')}\n`;
}
