/** The station with a window: the desktop app. */
import { runDesktop } from './composition/desktop-app.ts';

runDesktop(process.argv.slice(1), import.meta.url);
