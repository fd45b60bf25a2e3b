// Stands in for Electron's own default application, which the fallback does not carry: `electron [-r module]... <app> [args]`.
// Runs inside Electron, never in set-up.
import fs from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { preloads, target } = readArguments(process.argv.slice(1));
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
const requireFromHere = createRequire(pathToFileURL(`${process.cwd()}/`));
for (const preload of preloads) requireFromHere(preload);
if (target === undefined) {
  console.error('usage: electron [-r module] <path of an app>');
  process.exit(1);
}
const appPath = path.resolve(target);
describeApp(appPath);
// Awaited, as Electron's own default application does: what an app declares while it loads (its URL schemes) must come before `ready`.
try {
  await import(pathToFileURL(Module._resolveFilename(appPath, null, true)).href);
} catch (error) {
  console.error('App threw an error during load\n', error?.stack ?? error);
  process.exit(1);
}

function readArguments(args) {
  const preloads = [];
  for (let index = 0; index < args.length; index++) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') {
      index += 1;
      preloads.push(args[index]);
    } else if (argument === '-v' || argument === '--version') {
      console.log(`v${process.versions.electron}`);
      process.exit(0);
    } else if (!argument.startsWith('-')) {
      return { preloads, target: argument };
    }
  }
  return { preloads, target: undefined };
}

function describeApp(folderOrFile) {
  const manifestFile = path.join(folderOrFile, 'package.json');
  if (!fs.existsSync(manifestFile)) {
    app.setAppPath(path.dirname(folderOrFile));
    return;
  }
  const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
  if (manifest.version) app.setVersion(manifest.version);
  if (manifest.desktopName) app.setDesktopName(manifest.desktopName);
  app.name = manifest.productName ?? manifest.name ?? app.name;
  app.setAppPath(folderOrFile);
}
