import type { ChannelSettingsService } from '../../application/channel-settings/index.ts';
import type { AlarmService } from '../../application/health/index.ts';
import type { InputsService } from '../../application/inputs/index.ts';
import type { OutputsService } from '../../application/outputs/index.ts';
import type { TrafficService } from '../../application/traffic/index.ts';
import { type AirServices, airHandlers } from './air-handlers.ts';
import { alarmHandlers } from './alarm-handlers.ts';
import { type AsRunServices, asRunHandlers } from './as-run-handlers.ts';
import { channelSettingsHandlers } from './channel-settings-handlers.ts';
import { type DemoServices, demoHandlers } from './demo-handlers.ts';
import { type EventsServices, eventsHandlers } from './events-handlers.ts';
import { type GuideServices, guideHandlers } from './guide-handlers.ts';
import { type HealthServices, healthHandlers } from './health-handlers.ts';
import { inputsHandlers } from './inputs-handlers.ts';
import { type LibraryServices, libraryHandlers } from './library-handlers.ts';
import { outputsHandlers } from './outputs-handlers.ts';
import { type PlaylogServices, playlogHandlers } from './playlog-handlers.ts';
import { type ScheduleServices, scheduleHandlers } from './schedule-handlers.ts';
import { type SessionServices, sessionHandlers } from './session-handlers.ts';
import { stationImplementer } from './station-implementer.ts';
import { trafficHandlers } from './traffic-handlers.ts';

/** What answers the calls of each feature. */
export interface StationServices {
  readonly session: SessionServices;
  readonly library: LibraryServices;
  readonly schedule: ScheduleServices;
  readonly guide: GuideServices;
  readonly traffic: TrafficService;
  readonly playlog: PlaylogServices;
  readonly air: AirServices;
  readonly asRun: AsRunServices;
  readonly inputs: InputsService;
  readonly outputs: OutputsService;
  readonly channelSettings: ChannelSettingsService;
  readonly events: EventsServices;
  readonly health: HealthServices;
  readonly alarms: AlarmService;
  readonly demo: DemoServices;
}

/** The contract, answered by the station's services. Knows no transport. */
export function stationRouter(services: StationServices) {
  const implementer = stationImplementer();
  return implementer.router({
    session: sessionHandlers(implementer, services.session),
    library: libraryHandlers(implementer, services.library),
    guide: guideHandlers(implementer, services.guide),
    schedule: scheduleHandlers(implementer, services.schedule),
    traffic: trafficHandlers(implementer, services.traffic),
    playlog: playlogHandlers(implementer, services.playlog),
    air: airHandlers(implementer, services.air),
    asRun: asRunHandlers(implementer, services.asRun),
    inputs: inputsHandlers(implementer, services.inputs),
    outputs: outputsHandlers(implementer, services.outputs),
    channelSettings: channelSettingsHandlers(implementer, services.channelSettings),
    events: eventsHandlers(implementer, services.events),
    health: healthHandlers(implementer, services.health),
    alarms: alarmHandlers(implementer, services.alarms),
    demo: demoHandlers(implementer, services.demo),
  });
}
