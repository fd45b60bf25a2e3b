import type { OutputList } from '../../../shared/contract/outputs.ts';
import type { Output } from '../../../shared/engine-protocol/index.ts';
import type { Engine } from '../ports/engine.ts';
import type { IdGenerator } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { StationConfiguration } from '../ports/station-configuration.ts';
import { type Answer, granted } from '../refusal.ts';
import { hideSecrets } from './hide-secrets.ts';
import { KeptList } from './kept-list.ts';

/** What the outputs stand on. */
export interface OutputsDependencies {
  readonly engine: Engine;
  readonly configuration: StationConfiguration;
  readonly ids: IdGenerator;
  readonly log: Log;
}

/** The pushes and recordings of the channel: kept in the station's configuration, run by the engine. */
export class OutputsService {
  readonly #to: OutputsDependencies;
  readonly #kept: KeptList<Output>;

  constructor(dependencies: OutputsDependencies) {
    const { configuration, ids } = dependencies;
    this.#to = dependencies;
    const place = { read: () => configuration.current().outputs, write: (outputs: Output[]) => configuration.change({ outputs }) };
    this.#kept = new KeptList({ name: 'outputs', ...place }, ids);
  }

  /** Every output with what the engine last said of it. Secrets are hidden. */
  readonly list = (): OutputList => {
    const sinks = this.#to.engine.lastStatus()?.status.sinks ?? [];
    const items = this.#to.configuration.current().outputs.map((output) => {
      const sink = sinks.find(({ id }) => id === output.id);
      const health = output.enabled && sink !== undefined ? { state: sink.state, detail: sink.detail, bytesSent: sink.bytesSent } : null;
      return { output: hideSecrets(output), health };
    });
    return { items, revision: this.#kept.revision };
  };

  /**
   * Makes these the outputs, on air. Those that did not change go on undisturbed; an engine that is away gets them when it is back. Refused as `KeptList` refuses.
   * @param expected the revision that they were made from; null: whatever is there
   */
  readonly replace = async (sent: readonly Output[], expected: string | null, by: string): Promise<Answer<OutputList>> => {
    const { engine, log } = this.#to;
    const kept = await this.#kept.replace(sent, expected);
    if (!kept.ok) return kept;
    const outputs = [...kept.value];
    log.info('The outputs were changed', { by, outputs: outputs.map(({ id, type, enabled }) => ({ id, type, enabled })) });
    const answer = await engine.call('setOutputs', { outputs });
    if (!answer.ok) log.warn('The engine did not take the outputs yet', { code: answer.code, message: answer.message });
    return granted(this.list());
  };
}
