import { Sessions, SignIn, SignInGuard } from '../application/session/index.ts';
import { callHandling } from '../infrastructure/station-router/call-handling.ts';
import { CallerIdentifier } from '../infrastructure/station-router/identify-caller.ts';
import { stationRouter } from '../infrastructure/station-router/station-router.ts';
import { VERSION } from '../version.ts';
import type { StationFeatures } from './station-features.ts';
import type { StationFoundation } from './station-foundation.ts';

/** The contract with everything behind it, for any transport. */
export type StationCalls = ReturnType<typeof answerCalls>;

/** Puts the features behind the contract. */
export function answerCalls({ unitOfWork, hasher, tokens, clock, log }: StationFoundation, features: StationFeatures) {
  const sessions = new Sessions(unitOfWork, tokens, clock);
  const { air, feed } = features;
  const router = stationRouter({
    session: { sessions, signIn: new SignIn(unitOfWork, hasher, tokens, clock, new SignInGuard()) },
    library: features.library,
    schedule: { plans: features.plans, dryRun: features.dryRun, days: features.days },
    guide: { queries: features.guide, air },
    traffic: features.traffic,
    playlog: { queries: features.playlog, editPlaylog: features.editPlaylog, copyDay: features.copyDay },
    air: { queries: air, ...features.airCommands },
    asRun: {
      queries: features.asRun,
      reports: features.asRunReports,
      affidavits: features.affidavits,
      amend: features.amendAsRun,
    },
    inputs: features.inputs,
    outputs: features.outputs,
    channelSettings: features.channelSettings,
    events: { feed, air },
    health: { air, queries: features.health, version: VERSION },
    alarms: features.alarms,
    demo: features.demo,
  });
  return { router, handling: callHandling(new CallerIdentifier(sessions, clock), log) };
}
