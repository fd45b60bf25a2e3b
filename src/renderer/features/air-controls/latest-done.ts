import type { CommandRun, OperatorCommand } from '../../commands/index.ts';

/** Of some commands the one that changed the air last; null: none did. */
export function latestDone(commands: readonly OperatorCommand[], runOf: (command: OperatorCommand) => CommandRun): OperatorCommand | null {
  let latest: { readonly command: OperatorCommand; readonly frame: number } | null = null;
  for (const command of commands) {
    const run = runOf(command);
    if (run.state !== 'done' || run.frame === null || run.frame < (latest?.frame ?? 0)) continue;
    latest = { command, frame: run.frame };
  }
  return latest?.command ?? null;
}
