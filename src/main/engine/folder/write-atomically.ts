import { open, rename } from 'node:fs/promises';

/** How sure a file has to be: `durable` outlasts a loss of power, `whole` the death of the process. */
export type Surety = 'durable' | 'whole';

/** Replaces a file whole: a reader, or a start after a crash, finds the old text or the new one. @throws the system's error. */
export async function writeAtomically(path: string, text: string, surety: Surety): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(text);
    if (surety === 'durable') await file.datasync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}
