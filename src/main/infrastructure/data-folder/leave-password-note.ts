import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Leaves the first admin's made-up password in the data folder, for its owner's eyes only. */
export async function leavePasswordNote(dataFolder: string, password: string): Promise<void> {
  const path = join(dataFolder, 'admin-password.txt');
  await writeFile(path, `${password}\n`, { mode: 0o600 });
  // The mode above counts only for a new file.
  await chmod(path, 0o600);
}
