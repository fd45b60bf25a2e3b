// npm run dev: the console from source; the renderer is replaced as you type, main is restarted.
import path from 'node:path';
import { become } from './console/become.mjs';
import { demandDisplay } from './console/demand-display.mjs';
import { sandboxArguments } from './console/sandbox-arguments.mjs';
import { projectFolder } from './setup/places.mjs';
import { prepareOrExit } from './setup/prepare-or-exit.mjs';

demandDisplay();
await prepareOrExit('console');
const bundler = path.join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
const sandbox = sandboxArguments().length > 0 ? ['--noSandbox'] : [];
become(process.execPath, [bundler, 'dev', '--watch', ...sandbox, '--', ...process.argv.slice(2)]);
