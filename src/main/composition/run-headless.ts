import { type Station, startStation } from '../composition-root.ts';
import { SettingsError } from '../infrastructure/settings/settings-error.ts';
import { carryOnAfterDefects } from './carry-on-after-defects.ts';
import { placesFrom } from './places.ts';
import { startRefusal } from './start-refusal.ts';
import { parseStationOptions, USAGE } from './station-options.ts';
import { readEnvironment } from './station-start.ts';

/** Exit codes: as it should be; a defect; told to do what can't be done. */
const EXIT = { well: 0, defect: 1, refused: 2 } as const;
const ECHO_MS = 1000;

/**
 * Runs a station without a window until it is told to stop (SIGINT, SIGTERM). Prints one line to stdout when the channel can be watched, and
 * nothing else there.
 * @returns the exit code
 */
export async function runHeadless(argv: readonly string[], entryUrl: string): Promise<number> {
  const stopped = toldToStop();
  try {
    const options = parseStationOptions(argv);
    const places = placesFrom(entryUrl);
    const station = await startStation({ options, places, environment: readEnvironment(process.env), logBeside: process.stderr });
    carryOnAfterDefects(station.log);
    void announce(station);
    await stopped;
    await station.stop(options.leaveOnAir ? 'leave' : 'stop');
    return EXIT.well;
  } catch (error) {
    return explain(error);
  }
}

/**
 * Settles when the process is told to stop. Whoever asks again does not want to wait; but an echo is not asking again: Ctrl-C under npm reaches
 * us from the terminal and, a moment later, from npm, which passes it on. The listeners stay, because a signal without one ends the process.
 */
function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    let heardAt: number | null = null;
    const hear = () => {
      if (heardAt !== null && performance.now() - heardAt > ECHO_MS) process.exit(EXIT.defect);
      heardAt ??= performance.now();
      resolve();
    };
    process.on('SIGINT', hear).on('SIGTERM', hear);
  });
}

async function announce(station: Station): Promise<void> {
  try {
    const addresses = await station.untilOnAir();
    process.stdout.write(`${JSON.stringify({ event: 'on-air', api: addresses.api, hls: addresses.hls, rtmp: addresses.rtmp })}\n`);
    station.log.info('The channel is on air', { ...addresses });
  } catch (error) {
    station.log.info('The station stopped before the channel was on air', { reason: String(error) });
  }
}

function explain(error: unknown): number {
  const sentence = startRefusal(error);
  if (sentence === null) {
    process.stderr.write(`The station failed to start: ${error instanceof Error ? error.stack : String(error)}\n`);
    return EXIT.defect;
  }
  process.stderr.write(`${sentence}\n${error instanceof SettingsError ? `${USAGE}\n` : ''}`);
  return EXIT.refused;
}
