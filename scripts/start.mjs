// npm start [-- arguments of the console]
import { become } from './console/become.mjs';
import { buildConsole } from './console/build-console.mjs';
import { demandDisplay } from './console/demand-display.mjs';
import { sandboxArguments } from './console/sandbox-arguments.mjs';
import { electronExecutable } from './setup/electron/installed-electron.mjs';
import { projectFolder } from './setup/places.mjs';
import { prepareOrExit } from './setup/prepare-or-exit.mjs';

demandDisplay();
await prepareOrExit('console', buildConsole);
become(electronExecutable(), [...sandboxArguments(), projectFolder, ...process.argv.slice(2)]);
