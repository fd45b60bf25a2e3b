import type { ToldAlarm } from '../../../shared/contract/alarms.ts';
import { ALARM_WORDS, type Alarm } from '../../../shared/engine-protocol/index.ts';
import type { Engine } from '../ports/engine.ts';
import { type Answer, granted } from '../refusal.ts';

/** The engine's alarms, with their words. */
export class AlarmService {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The last alarms, newest first. Refused as ENGINE_UNREACHABLE. */
  readonly list = async (): Promise<Answer<{ readonly items: ToldAlarm[] }>> => {
    const answer = await this.#engine.call('readAlarms', {});
    return answer.ok ? granted({ items: answer.value.alarms.map(told).reverse() }) : answer;
  };

  /** Notes that `by` has seen an alarm. Refused as NOT_FOUND, or ENGINE_UNREACHABLE. */
  readonly acknowledge = async (id: string, by: string): Promise<Answer<ToldAlarm>> => {
    const answer = await this.#engine.call('acknowledgeAlarm', { id, by });
    return answer.ok ? granted(told(answer.value.alarm)) : answer;
  };
}

function told(alarm: Alarm): ToldAlarm {
  return { ...alarm, ...ALARM_WORDS[alarm.code] };
}
