import type { InputList } from '../../../shared/contract/inputs.ts';
import type { Input } from '../../../shared/engine-protocol/index.ts';
import { hideSecrets, KeptList } from '../outputs/index.ts';
import type { Engine } from '../ports/engine.ts';
import type { IdGenerator } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { StationConfiguration } from '../ports/station-configuration.ts';
import { type Answer, granted, refused } from '../refusal.ts';
import type { PlanAhead } from '../schedule/index.ts';

/** What the inputs stand on. */
export interface InputsDependencies {
  readonly engine: Engine;
  readonly configuration: StationConfiguration;
  readonly ids: IdGenerator;
  readonly log: Log;
  readonly planAhead: Pick<PlanAhead, 'run'>;
}

/** The live inputs of the station: kept in its configuration, watched by the engine. */
export class InputsService {
  readonly #to: InputsDependencies;
  readonly #kept: KeptList<Input>;

  constructor(dependencies: InputsDependencies) {
    const { configuration, ids } = dependencies;
    this.#to = dependencies;
    const place = { read: () => configuration.current().inputs, write: (inputs: Input[]) => configuration.change({ inputs }) };
    this.#kept = new KeptList({ name: 'inputs', ...place }, ids);
  }

  /** Every input with what the engine last said of it. Secrets are hidden. */
  readonly list = (): InputList => {
    const statuses = this.#to.engine.lastStatus()?.status.inputs ?? [];
    const items = this.#to.configuration.current().inputs.map((input) => {
      return { input: shown(input), status: statuses.find(({ id }) => id === input.id) ?? null };
    });
    return { items, revision: this.#kept.revision };
  };

  /**
   * Makes these the inputs. Those that did not change go on undisturbed; an engine that is away gets them when it is back. What the plan wants of them is
   * planned anew. Refused as `KeptList` refuses.
   * @param expected the revision that they were made from; null: whatever is there
   */
  readonly replace = async (sent: readonly Input[], expected: string | null, by: string): Promise<Answer<InputList>> => {
    const answer = await this.#kept.replace(sent, expected);
    if (!answer.ok) return answer;
    const inputs = answer.value;
    this.#to.log.info('The inputs were changed', { by, inputs: inputs.map(({ id, type, enabled }) => ({ id, type, enabled })) });
    await this.bringUpToDate();
    await this.#planAnew();
    return granted(this.list());
  };

  /** The latest picture of an input, a small JPEG. Refused as NOT_FOUND when there is none. */
  readonly thumbnail = async (inputId: string): Promise<Answer<Uint8Array>> => {
    const answer = await this.#to.engine.call('inputThumbnail', { inputId });
    if (!answer.ok) return answer;
    const { jpegBase64 } = answer.value;
    return jpegBase64 === null ? refused('NOT_FOUND', 'There is no picture of this input') : granted(Buffer.from(jpegBase64, 'base64'));
  };

  /** Tells an engine that was just reached which inputs are kept: it may have run without main while they were changed. */
  readonly bringUpToDate = async (): Promise<void> => {
    const { configuration, engine, log } = this.#to;
    const answer = await engine.call('setInputs', { inputs: configuration.current().inputs });
    if (!answer.ok) log.warn('The engine did not take the inputs yet', { code: answer.code, message: answer.message });
  };

  /** The inputs are kept whatever comes of it: the next look at the playlog plans it, too. */
  async #planAnew(): Promise<void> {
    const { planAhead, log } = this.#to;
    try {
      await planAhead.run();
    } catch (error) {
      log.error('The playlog could not be planned for the new inputs', { error });
    }
  }
}

function shown(input: Input): Input {
  return input.type === 'rtmp-publish' ? input : hideSecrets(input);
}
