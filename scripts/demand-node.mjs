/** The first Node that runs TypeScript by itself. It is what package.json's `engines` says. */
const NEEDED = Object.freeze({ major: 22, minor: 18 });

/**
 * Ends the process with a sentence when this Node can't run the project's TypeScript. On 64-bit Linux npm scripts bring their own.
 *
 * @returns {void}
 */
export function demandNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NEEDED.major || (major === NEEDED.major && minor >= NEEDED.minor)) return;
  process.stderr.write(`Perpetua needs Node ${NEEDED.major}.${NEEDED.minor} or later; this is ${process.versions.node}.\n`);
  process.stderr.write(
    process.platform === 'linux' ? 'Start it through npm, which brings one: "npm run station".\n' : 'https://nodejs.org\n',
  );
  process.exit(1);
}
