/** Figures by section, as they stand in the JSON file. */
export type FiguresBySection = Readonly<Record<string, unknown>>;

/**
 * Puts new figures into the text of a figures file; sections that did not run keep what they had. `text` is null when there is no file.
 * @throws SyntaxError when the file is no JSON, TypeError when it is no object
 */
export function mergeFigures(text: string | null, figures: FiguresBySection): string {
  const before: unknown = text === null ? {} : JSON.parse(text);
  if (typeof before !== 'object' || before === null || Array.isArray(before)) throw new TypeError('The figures file holds no JSON object');
  return `${JSON.stringify({ ...before, ...figures }, null, 2)}\n`;
}
