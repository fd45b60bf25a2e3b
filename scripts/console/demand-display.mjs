import { hasDisplay } from './has-display.mjs';

const WORDS = `There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the console's window can't be opened.

  On a headless machine run the station without a window; the console is then a page in any browser on the network:
    npm run station -- --data ./station-data --host 0.0.0.0

  To open the window on a virtual display all the same:
    sudo apt-get install -y xvfb xauth && xvfb-run -a -s "-screen 0 1920x1080x24" npm start
`;

/** Ends the process with what to do instead when no window can be opened. */
export function demandDisplay() {
  if (hasDisplay(process.platform, process.env)) return;
  process.stderr.write(WORDS);
  process.exit(1);
}
