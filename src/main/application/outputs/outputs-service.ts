import type { OutputList } from '../../../shared/contract/outputs.ts';
import type { Output } from '../../../shared/engine-protocol/index.ts';
import type { Engine } from '../ports/engine.ts';
import type { Log } from '../ports/log.ts';
import type { StationConfiguration } from '../ports/station-configuration.ts';
import { type Answer, granted, type Refusal } from '../refusal.ts';
import { hideSecrets, restoreSecrets } from './hide-secrets.ts';

/** What the outputs stand on. */
export interface OutputsDependencies {
  readonly engine: Engine;
  readonly configuration: StationConfiguration;
  readonly log: Log;
}

/** The pushes and recordings of the channel: kept in the station's configuration, run by the engine. */
export class OutputsService {
  readonly #to: OutputsDependencies;

  constructor(dependencies: OutputsDependencies) {
    this.#to = dependencies;
  }

  /** Every output with what the engine last said of it. Secrets are hidden. */
  readonly list = (): OutputList => {
    const sinks = this.#to.engine.lastStatus()?.status.sinks ?? [];
    const items = this.#to.configuration.current().outputs.map((output) => {
      const sink = sinks.find(({ id }) => id === output.id);
      const health = output.enabled && sink !== undefined ? { state: sink.state, detail: sink.detail, bytesSent: sink.bytesSent } : null;
      return { output: hideSecrets(output), health };
    });
    return { items };
  };

  /** Makes these the outputs, on air. Those that did not change go on undisturbed; an engine that is away gets them when it is back. */
  readonly replace = async (sent: readonly Output[], by: string): Promise<Answer<OutputList>> => {
    const { configuration, engine, log } = this.#to;
    const kept = configuration.current().outputs;
    const answers = sent.map((output, index) =>
      restoreSecrets(output, kept.find(({ id }) => id === output.id) ?? null, `outputs.${index}`),
    );
    const refusal = answers.find((answer): answer is Refusal => !answer.ok);
    if (refusal !== undefined) return refusal;
    const outputs = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    await configuration.change({ outputs });
    log.info('The outputs were changed', { by, outputs: outputs.map(({ id, type, enabled }) => ({ id, type, enabled })) });
    const answer = await engine.call('setOutputs', { outputs });
    if (!answer.ok) log.warn('The engine did not take the outputs yet', { code: answer.code, message: answer.message });
    return granted(this.list());
  };
}
