/** The day that a text names as `yyyy-mm-dd`; null when it names none that the calendar has. */
export function dayOfText(text: string): string | null {
  const typed = text.trim();
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? Date.parse(typed) : Number.NaN;
  // Where a month has no 31st, the date rolls over into the next one.
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== typed ? null : typed;
}
