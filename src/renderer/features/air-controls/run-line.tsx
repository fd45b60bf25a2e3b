import { parseFrameRate } from '../../../shared/time/index.ts';
import { type OperatorCommand, runOf, useCommandRuns } from '../../commands/index.ts';
import { consoleZone } from '../../ui/time-text.ts';
import { useStatusBy } from '../air/index.ts';
import { runDetail, runWords } from './run-words.ts';

/** How a command's last run went, below its button. */
export function RunLine({ command }: { readonly command: OperatorCommand }) {
  const run = useCommandRuns((runs) => runOf(runs, command));
  const rate = parseFrameRate(useStatusBy((status) => status?.rate ?? '')?.rate ?? '25/1');
  return (
    <p className={`run-line run-line-${run.state}`} role="status" title={runDetail(run, rate)} data-testid={`run-${command.id}`}>
      {runWords(run, rate, consoleZone())}
    </p>
  );
}
