import type { OperatorCommand } from '../../commands/index.ts';

/** The commands whose name or group has every word that was typed, at the beginning of a word of theirs; those whose name begins so come first, else they keep their order. */
export function matchingCommands(commands: readonly OperatorCommand[], typed: string): readonly OperatorCommand[] {
  const wanted = wordsOf(typed);
  const matching = commands.filter((command) => wanted.every((word) => beginsWord(command, word)));
  const isFirst = ({ label }: OperatorCommand) => wanted[0] !== undefined && label.toLowerCase().startsWith(wanted[0]);
  return [...matching.filter(isFirst), ...matching.filter((command) => !isFirst(command))];
}

function beginsWord({ label, group }: OperatorCommand, wanted: string): boolean {
  return wordsOf(`${label} ${group}`).some((word) => word.startsWith(wanted));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
