import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright';
import { absent, type Receiver, type ReceiverFinding } from './receiver.ts';

const NAME = 'hls.js';
const BROWSER = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** What the page remembers. */
interface Seen {
  readonly errors: string[];
  readonly frames: number;
  readonly playedSeconds: number;
}

/** hls.js in a browser that plays H.264, without a window. */
export async function hlsJsBrowser(): Promise<Receiver | ReceiverFinding> {
  const isThere = await access(BROWSER).then(
    () => true,
    () => false,
  );
  if (!isThere) return absent(NAME, 'no browser that plays H.264 (CHROMIUM_PATH names one)');
  let browser: Browser | null = null;
  let page: Page | null = null;
  return {
    name: NAME,
    output: null,
    async watch({ hls }) {
      browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'] });
      page = await browser.newPage();
      await page.setContent('<video muted></video>');
      await page.addScriptTag({ path: createRequire(import.meta.url).resolve('hls.js/dist/hls.min.js') });
      await page.evaluate(play(hls));
    },
    async finish() {
      const seen = (await page?.evaluate(LOOK).catch(() => null)) as Seen | null | undefined;
      await browser?.close().catch(() => undefined);
      const { errors = ['the page was lost'], frames = 0, playedSeconds = 0 } = seen ?? {};
      return { name: NAME, tookPart: true, frames, complaints: errors, detail: `played ${Math.round(playedSeconds)} s` };
    },
  };
}

function play(address: string): string {
  return `window.errors = [];
const player = new Hls();
const video = document.querySelector('video');
player.on(Hls.Events.ERROR, (_, { details, fatal }) => {
  // It enters a live stream where it likes, and seeks to the first picture it has: no fault of the stream.
  if (fatal || video.played.length > 0) window.errors.push((fatal ? 'fatal ' : '') + details + ' at ' + video.currentTime.toFixed(1) + ' s');
});
player.loadSource(${JSON.stringify(address)});
player.attachMedia(video);
video.play().catch(() => undefined);`;
}

const LOOK = `({
  errors: window.errors,
  frames: document.querySelector('video').getVideoPlaybackQuality().totalVideoFrames,
  playedSeconds: [...Array(document.querySelector('video').played.length).keys()]
    .reduce((sum, index) => sum + document.querySelector('video').played.end(index) - document.querySelector('video').played.start(index), 0),
})`;
