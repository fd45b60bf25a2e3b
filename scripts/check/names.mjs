// The gate `names`: run in the folder that is checked.
import fs from 'node:fs';
import path from 'node:path';
import { namingFaults, withForwardSlashes } from './naming-faults.mjs';

const ROOTS = ['src', 'test-media', 'bench', 'soak', 'e2e', 'scripts'];

const faults = ROOTS.filter((root) => fs.existsSync(root))
  .flatMap((root) => fs.readdirSync(root, { recursive: true }).map((name) => path.join(root, String(name))))
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
  .sort()
  .flatMap((file) => namingFaults(withForwardSlashes(file), fs.readFileSync(file, 'utf8')));

for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
