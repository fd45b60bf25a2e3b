import { join } from 'node:path';
import { app, shell, type WebContents } from 'electron';
import type { Log } from '../../application/ports/log.ts';

/**
 * Has a console's page save files that it made itself: a dialog asks where, beginning in the person's downloads. A page to print is opened in
 * the browser once it is saved, which is where it can be printed. Nothing else can be downloaded.
 */
export function saveDownloads(contents: WebContents, log: Log): void {
  contents.session.on('will-download', (event, item, source) => {
    if (source !== contents) return;
    if (!item.getURL().startsWith('blob:')) {
      event.preventDefault();
      return;
    }
    item.setSaveDialogOptions({ title: 'Save', defaultPath: join(app.getPath('downloads'), item.getFilename()) });
    item.once('done', (_done, state) => {
      const path = item.getSavePath();
      if (state === 'interrupted') log.warn('A file of the console could not be saved', { path });
      if (state === 'completed' && item.getMimeType().startsWith('text/html')) void openInBrowser(path, log);
    });
  });
}

async function openInBrowser(path: string, log: Log): Promise<void> {
  const trouble = await shell.openPath(path);
  if (trouble !== '') log.warn('A page to print could not be opened', { path, trouble });
}
