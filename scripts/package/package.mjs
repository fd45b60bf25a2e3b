// npm run package [-- --dir]: the installers of this machine's kind, or with --dir only the unpacked application.
import { buildConsole } from '../console/build-console.mjs';
import { FALLBACK_RELEASE } from '../setup/electron/fallback-release.mjs';
import { installedElectronVersion } from '../setup/electron/installed-electron.mjs';
import { prepareOrExit } from '../setup/prepare-or-exit.mjs';
import { say } from '../setup/progress.mjs';
import { buildInstallers, buildUnpacked } from './build-installers.mjs';
import { makeDeb } from './make-deb.mjs';

await prepareOrExit('console', async () => {
  await buildConsole();
  const isFallback = installedElectronVersion() === FALLBACK_RELEASE.electronVersion;
  if (isFallback) say('Package: made with the stand-in Electron, so it is a test of packaging: do not give it to anybody.');
  await (process.argv.includes('--dir') ? buildUnpacked() : buildAll(isFallback));
});

/** @param {boolean} isFallback */
async function buildAll(isFallback) {
  const failure = isFallback ? 'its tools come from where Electron comes from' : await buildInstallers();
  if (failure === null) return;
  say(`Package: electron-builder's installers are not to be had here: ${failure}`);
  await buildUnpacked();
  await makeDeb(isFallback ? '-test-only' : '');
}
