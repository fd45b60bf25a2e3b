// node scripts/run-from-source.mjs ENTRY [arguments of the entry]
//
// Makes the machine ready, then becomes the entry: the same process, so that signals and the exit code are the entry's own.
// What set-up says goes to stderr; stdout belongs to the entry.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { demandNode } from './demand-node.mjs';
import { projectFolder } from './setup/places.mjs';
import { prepareOrExit } from './setup/prepare-or-exit.mjs';

demandNode();
const [node = process.execPath, , entry = '', ...args] = process.argv;
const file = path.resolve(projectFolder, entry);
await prepareOrExit('station');
process.argv = [node, file, ...args];
await import(pathToFileURL(file).href);
