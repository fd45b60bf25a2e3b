/** A list with the entry at `index` so many places later (earlier when negative), as far as there are places. */
export function movedBy<T>(list: readonly T[], index: number, by: number): T[] {
  if (index < 0 || index >= list.length) return [...list];
  const rest = list.filter((_, at) => at !== index);
  return rest.toSpliced(Math.max(0, index + by), 0, ...list.slice(index, index + 1));
}
