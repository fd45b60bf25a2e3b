import type { DemoProgress } from '../../../shared/contract/demo.ts';
import { callerName } from './call-context.ts';
import type { StationImplementer } from './station-implementer.ts';

/** The maker of the demo media, as the calls need it. */
export interface DemoServices {
  /** Starts the making, unless it is under way, and tells how far it is. @param by who asked for it */
  readonly start: (by: string) => DemoProgress;
  readonly progress: () => DemoProgress;
}

/** The calls of the demo contract. */
export function demoHandlers({ demo }: StationImplementer, { start, progress }: DemoServices) {
  return {
    start: demo.start.handler(({ context }) => start(callerName(context))),
    progress: demo.progress.handler(() => progress()),
  };
}
