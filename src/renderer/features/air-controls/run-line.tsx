import { parseFrameRate } from '../../../shared/time/index.ts';
import { type OperatorCommand, runOf, useCommandRuns } from '../../commands/index.ts';
import { consoleZone } from '../../ui/time-text.ts';
import { useStatusBy } from '../air/index.ts';
import { runDetail, runWords } from './run-words.ts';

interface RunLineProps {
  readonly command: OperatorCommand;
  /** Where the lines of several buttons stand below one row, which one this is; null where the button right above says it. */
  readonly name: string | null;
}

/** How a command's last run went, below its button. */
export function RunLine({ command, name }: RunLineProps) {
  const run = useCommandRuns((runs) => runOf(runs, command));
  const rate = parseFrameRate(useStatusBy((status) => status?.rate ?? '')?.rate ?? '25/1');
  return (
    <p
      className={`run-line run-line-${run.state}`}
      role="status"
      aria-label={command.label}
      title={runDetail(run, rate)}
      data-testid={`run-${command.id}`}
    >
      {name !== null && <b>{name} </b>}
      {runWords(run, rate, consoleZone())}
    </p>
  );
}
