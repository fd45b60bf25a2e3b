import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { takeEngineLock } from './folder/engine-lock.ts';
import { enginePaths } from './folder/engine-paths.ts';
import { FileEngineLog } from './folder/file-engine-log.ts';
import { startEngine } from './start-engine.ts';

/** Exit codes: what whoever started the engine can tell apart. */
const EXIT = { left: 0, failed: 1, usage: 2, alreadyRunning: 3 } as const;
/** Leaving the air takes a few seconds; an engine that has not made it by then goes anyway. */
const LONGEST_LEAVING_MS = 15_000;
/**
 * The heap of some 20 MB is collected whole when it and the streams' buffers have doubled. V8's own measure is a few MB more, which streams read in
 * two seconds: collecting then took 8 ms of every second. A larger one takes no less CPU to speak of, and memory for an hour to fill.
 */
const HEAP_GROWTH = '--heap-growing-percent=100';
/**
 * The space for new objects keeps its first size. V8 would double it whenever enough of them live for a while, and never give it back: by steps of 30 MB
 * that come after minutes, or after half an hour.
 */
const NEW_SPACE_GROWTH = '--semi-space-growth-factor=1';

/** The engine's entry: `engine --dir DATA_FOLDER`. Runs until it is told to leave the air. */
async function main(): Promise<void> {
  for (const flag of [HEAP_GROWTH, NEW_SPACE_GROWTH]) setFlagsFromString(flag);
  const { dir } = parseArgs({ options: { dir: { type: 'string' } } }).values;
  if (dir === undefined) return leave(EXIT.usage, 'Usage: engine --dir DATA_FOLDER');
  const paths = enginePaths(dir);
  mkdirSync(paths.folder, { recursive: true });
  const lock = takeEngineLock(paths.lock);
  if (typeof lock === 'number') return leave(EXIT.alreadyRunning, `An engine runs on ${dir} already (process ${lock})`);
  const log = new FileEngineLog(paths.log, Date.now);
  surviveTrouble(log);
  const finish = async (code: number): Promise<void> => {
    log.info('The engine ends', { code });
    await log.settled();
    lock.release();
    process.exit(code);
  };
  try {
    const engine = await startEngine(dir, log, () => void finish(EXIT.left));
    leaveOnRequest((cause) => void engine.leaveAir(cause));
  } catch (error) {
    log.error('The engine can not start', { cause: error instanceof Error ? error.stack : String(error) });
    process.stderr.write(`The engine can not start: ${error instanceof Error ? error.message : String(error)}\n`);
    await finish(EXIT.failed);
  }
}

/** Whatever nobody caught is written down and the channel stays on air; so it does when nobody listens to its output any more. */
function surviveTrouble(log: FileEngineLog): void {
  process.on('uncaughtException', (error) => log.error('A defect', { cause: error.stack ?? error.message }));
  process.on('unhandledRejection', (reason) => log.error('A defect', { cause: reason instanceof Error ? reason.stack : String(reason) }));
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  process.on('SIGHUP', () => undefined);
}

function leaveOnRequest(leaveAir: (cause: string) => void): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      setTimeout(() => process.exit(EXIT.failed), LONGEST_LEAVING_MS).unref();
      leaveAir('the system');
    });
  }
}

function leave(code: number, message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = code;
}

await main();
