import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const engineAddressSchema = z.object({
  /** A Unix socket's path or a Windows pipe's name. */
  socket: z.string().min(1),
  pid: z.int().positive(),
  startedAt: z.number(),
});

/** Where a running engine is to be found, as it wrote it into its folder. */
export type EngineAddress = z.infer<typeof engineAddressSchema>;

/** The address in an engine's folder; null when there is none, or only half of one. It may be a dead engine's. */
export async function readEngineAddress(engineFolder: string): Promise<EngineAddress | null> {
  try {
    return engineAddressSchema.parse(JSON.parse(await readFile(join(engineFolder, 'engine-address.json'), 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
