import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GATES } from './gates.mjs';
import { plantTree } from './planted-tree.ts';
import { type GateResult, runGate } from './run-gate.mjs';

const SOUND = {
  'src/shared/time/index.ts': "export { doubled } from './doubled.ts';\n",
  'src/shared/time/doubled.ts': 'export const doubled = (frames: number): number => frames * 2;\n',
  'src/main/domain/playout/index.ts': "import { doubled } from '../../../shared/time/index.ts';\n\nexport const seam = doubled(2);\n",
  'src/main/domain/library/index.ts': "import { seam } from '../playout/index.ts';\n\nexport const shelf = seam;\n",
  'src/main/engine/engine.ts': "import { seam } from '../domain/playout/index.ts';\n\nprocess.exitCode = seam;\n",
  'src/main/station.ts': "import { shelf } from './domain/library/index.ts';\n\nprocess.exitCode = shelf;\n",
  'src/renderer/features/air/index.ts': "export { tally } from './tally.ts';\n",
  'src/renderer/features/air/tally.ts': "export const tally = 'on air';\n",
  'src/renderer/main.tsx': "import { tally } from './features/air/index.ts';\n\ndocument.title = tally;\n",
};

const importing = (from: string): string => `import { thing } from '${from}';\n\nexport const copy = thing;\n`;
const manyLines = (count: number): string => Array.from({ length: count }, (_, index) => `  console.log(${index});\n`).join('');

/** What each layer may not do, planted: file, text, the rule that has to name it. */
const LINT_VIOLATIONS: readonly (readonly [reason: string, file: string, text: string, rule: string])[] = [
  ['shared imports main', 'src/shared/copy-a.ts', importing('../main/thing.ts'), 'noRestrictedImports'],
  ['shared imports Node', 'src/shared/copy-b.ts', importing('node:fs'), 'noRestrictedImports'],
  ['shared imports Electron', 'src/shared/copy-c.ts', importing('electron'), 'noRestrictedImports'],
  ['the domain imports Node', 'src/main/domain/copy-a.ts', importing('node:crypto'), 'noRestrictedImports'],
  ['the domain imports a use case', 'src/main/domain/copy-b.ts', importing('../application/thing.ts'), 'noRestrictedImports'],
  ['the domain imports an adapter', 'src/main/domain/library/copy-c.ts', importing('../../infrastructure/thing.ts'), 'noRestrictedImports'],
  ['a domain feature reaches into another', 'src/main/domain/library/copy-d.ts', importing('../playout/thing.ts'), 'noRestrictedImports'],
  ['a use case imports an adapter', 'src/main/application/copy-a.ts', importing('../infrastructure/thing.ts'), 'noRestrictedImports'],
  ['a use case imports SQL', 'src/main/application/copy-b.ts', importing('kysely'), 'noRestrictedImports'],
  [
    'a use case imports only a type of an adapter',
    'src/main/application/copy-c.ts',
    "import type { Thing } from '../infrastructure/thing.ts';\n\nexport type Copy = Thing;\n",
    'noRestrictedImports',
  ],
  [
    'an adapter imports the composition root',
    'src/main/infrastructure/copy-a.ts',
    importing('../composition-root.ts'),
    'noRestrictedImports',
  ],
  ['an adapter imports the engine', 'src/main/infrastructure/copy-b.ts', importing('../engine/thing.ts'), 'noRestrictedImports'],
  ['the engine imports an adapter', 'src/main/engine/copy-a.ts', importing('../infrastructure/thing.ts'), 'noRestrictedImports'],
  ['the engine imports the library', 'src/main/engine/copy-b.ts', importing('../domain/library/thing.ts'), 'noRestrictedImports'],
  ['the engine imports Electron', 'src/main/engine/copy-c.ts', importing('electron'), 'noRestrictedImports'],
  ['the engine imports SQLite', 'src/main/engine/copy-d.ts', importing('better-sqlite3'), 'noRestrictedImports'],
  ['the renderer imports Node', 'src/renderer/copy-a.ts', importing('node:path'), 'noRestrictedImports'],
  ['the renderer imports main', 'src/renderer/copy-b.ts', importing('../main/thing.ts'), 'noRestrictedImports'],
  ['a panel reaches into another', 'src/renderer/features/library/copy-a.ts', importing('../air/tally.ts'), 'noRestrictedImports'],
  [
    'a panel reaches into another from below',
    'src/renderer/features/library/deep/copy-b.ts',
    importing('../../air/tally.ts'),
    'noRestrictedImports',
  ],
  ['a file is too long', 'src/shared/long-file.ts', manyLines(301), 'noExcessiveLinesPerFile'],
  [
    'a function is too long',
    'src/shared/run-long.ts',
    `export function runLong(): void {\n${manyLines(51)}}\n`,
    'noExcessiveLinesPerFunction',
  ],
  ['a file name is not kebab-case', 'src/shared/camelCase.ts', 'export const camelCase = 1;\n', 'useFilenamingConvention'],
  [
    'two files import each other',
    'src/shared/cycle-a.ts',
    "import { cycleB } from './cycle-b.ts';\n\nexport const cycleA = () => cycleB;\n",
    'noImportCycles',
  ],
  ['a default export', 'src/shared/default-thing.ts', 'const defaultThing = 1;\nexport default defaultThing;\n', 'noDefaultExport'],
  ['an any', 'src/shared/any-thing.ts', 'export const anyThing: any = 1;\n', 'noExplicitAny'],
  [
    'a promise that nobody awaits',
    'src/shared/float-away.ts',
    'async function go(): Promise<void> {\n  await null;\n}\n\nexport function floatAway(): void {\n  go();\n}\n',
    'noFloatingPromises',
  ],
  ['a file that is not formatted', 'src/shared/unformatted.ts', 'export  const unformatted = "x"', 'format'],
];

const VIOLATIONS = {
  ...SOUND,
  ...Object.fromEntries(LINT_VIOLATIONS.map(([, file, text]) => [file, text])),
  'src/shared/cycle-b.ts': "import { cycleA } from './cycle-a.ts';\n\nexport const cycleB = () => cycleA;\n",
  'src/shared/wrong-type.ts': "export const wrongType: number = 'a word';\n",
  'src/shared/utils/frame.ts': 'export const frame = 1;\n',
  'src/shared/rundown.ts': 'export const cueSheet = 1;\n',
  'src/shared/twin-a.ts': `export function twinA(): void {\n${manyLines(20)}}\n`,
  'src/shared/twin-b.ts': `export function twinB(): void {\n${manyLines(20)}}\n`,
};

async function runAll(files: Readonly<Record<string, string>>): Promise<{ folder: string; results: ReadonlyMap<string, GateResult> }> {
  const folder = plantTree(files);
  const results = await Promise.all(GATES.map((gate) => runGate(gate, folder)));
  return { folder, results: new Map(results.map((result) => [result.name, result])) };
}

describe('the gates of npm run check', () => {
  let sound: Awaited<ReturnType<typeof runAll>>;
  let planted: Awaited<ReturnType<typeof runAll>>;
  const outputOf = (name: string): string => planted.results.get(name)?.output ?? '';

  beforeAll(async () => {
    sound = await runAll(SOUND);
    planted = await runAll(VIOLATIONS);
  });
  afterAll(() => {
    for (const { folder } of [sound, planted]) rmSync(folder, { recursive: true, force: true });
  });

  it.each(GATES.map(({ name }) => name))('lets a sound tree through: %s', (name) => {
    const result = sound.results.get(name);
    expect(result?.passed ? 'passed' : result?.output).toBe('passed');
  });

  it.each(GATES.map(({ name }) => name))('fails on the planted tree: %s', (name) => {
    expect(planted.results.get(name)).toMatchObject({ passed: false });
  });

  it.each(LINT_VIOLATIONS)('lint reports it when %s', (_reason, file, _text, rule) => {
    const reported = outputOf('lint')
      .split('\n')
      .filter((line) => line.startsWith(`${file}:`) || line.startsWith(`${file} `));
    expect(reported.join('\n')).toContain(rule);
  });

  it('types reports a value of the wrong type', () => {
    expect(outputOf('types')).toContain('src/shared/wrong-type.ts(1,14): error TS2322');
  });

  it('names reports a folder that says nothing', () => {
    expect(outputOf('names')).toContain('src/shared/utils/frame.ts: "utils" says nothing');
  });

  it('names reports a file that is not called after its export', () => {
    expect(outputOf('names')).toContain('src/shared/rundown.ts: its main export is cueSheet');
  });

  it('dead-code reports a file that nothing imports', () => {
    expect(outputOf('dead-code')).toContain('src/shared/rundown.ts');
  });

  it('duplication reports two functions with one body', () => {
    expect(outputOf('duplication')).toMatch(/twin-[ab]\.ts[\s\S]*twin-[ab]\.ts/);
  });
});
