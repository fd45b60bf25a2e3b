/**
 * The station's contract: every call that a console or other software can make, declared once.
 *
 * - A call names its input, its output, its HTTP method and path, and the least role that may make it.
 * - It is mounted on two transports, a message port for the desktop console and HTTP for the network; neither adds anything to it.
 * - Instants are ISO 8601 UTC, lengths are frames unless the name says `Ms`.
 */
import { airContract } from './air.ts';
import { alarmsContract } from './alarms.ts';
import { asRunContract } from './as-run.ts';
import { channelSettingsContract } from './channel-settings.ts';
import { demoContract } from './demo.ts';
import { eventsContract } from './events.ts';
import { guideContract } from './guide.ts';
import { healthContract } from './health.ts';
import { inputsContract } from './inputs.ts';
import { libraryContract } from './library.ts';
import { outputsContract } from './outputs.ts';
import { playlogContract } from './playlog.ts';
import { scheduleContract } from './schedule.ts';
import { sessionContract } from './session.ts';
import { trafficContract } from './traffic.ts';

export * from './air.ts';
export * from './alarms.ts';
export * from './as-run.ts';
export * from './as-run-reports.ts';
export * from './asset-kind.ts';
export * from './call.ts';
export * from './channel-settings.ts';
export * from './demo.ts';
export * from './desktop-bridge.ts';
export * from './events.ts';
export * from './failure.ts';
export * from './guide.ts';
export * from './health.ts';
export * from './inputs.ts';
export * from './library.ts';
export * from './library-asset.ts';
export * from './outputs.ts';
export * from './plan.ts';
export * from './playlog.ts';
export * from './playlog-copy-day.ts';
export * from './playlog-edits.ts';
export * from './quantities.ts';
export * from './schedule.ts';
export * from './session.ts';
export * from './traffic.ts';

export const stationContract = {
  session: sessionContract,
  library: libraryContract,
  schedule: scheduleContract,
  guide: guideContract,
  traffic: trafficContract,
  playlog: playlogContract,
  air: airContract,
  asRun: asRunContract,
  outputs: outputsContract,
  channelSettings: channelSettingsContract,
  events: eventsContract,
  inputs: inputsContract,
  health: healthContract,
  alarms: alarmsContract,
  demo: demoContract,
};
