import type { ChildRegistry } from '../processes/child-registry.ts';
import { SupervisedProcess } from '../processes/supervised-process.ts';

const LONGEST_MS = 10_000;

/** Which filters an FFmpeg has; asked once, and only when somebody needs to know. */
export class FilterList {
  readonly #ffmpegPath: string;
  readonly #children: ChildRegistry;
  #names: Promise<ReadonlySet<string>> | null = null;

  constructor(ffmpegPath: string, children: ChildRegistry) {
    this.#ffmpegPath = ffmpegPath;
    this.#children = children;
  }

  /** Whether all of these filters are there. Never rejects: an FFmpeg that does not answer has none. */
  async has(names: readonly string[]): Promise<boolean> {
    this.#names ??= this.#ask();
    const known = await this.#names;
    return names.every((name) => known.has(name));
  }

  async #ask(): Promise<ReadonlySet<string>> {
    const args = ['-hide_banner', '-filters'];
    const asked = { name: 'look', command: this.#ffmpegPath, args, stdin: 'ignore', stdout: 'pipe', furtherPipes: 0 } as const;
    const process = new SupervisedProcess({ ...asked, children: this.#children });
    let text = '';
    process.child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    const limit = setTimeout(() => process.kill(), LONGEST_MS);
    await process.exited;
    clearTimeout(limit);
    return parseFilters(text);
  }
}

/** The names in what `ffmpeg -filters` prints. */
export function parseFilters(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/^ [.T][.S][.C] (\w+)\s+\S+->\S+/gm)].flatMap((match) => (match[1] === undefined ? [] : [match[1]])));
}
