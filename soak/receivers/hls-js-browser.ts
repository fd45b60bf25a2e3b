import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { PictureReader } from '../../test-media/index.ts';
import { keepPicturesInPage, type PageNews, playInPage, type ShownPicture } from './browser-page.ts';
import { LevelTour, type TourHands } from './level-tour.ts';
import { absent, type Receiver, type ReceiverFinding, type ShownReading } from './receiver.ts';

const NAME = 'hls.js';
const BROWSER = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const LOOK_MS = 500;

/** The news of a page that was not reached yet. */
const NOTHING_YET: PageNews = { errors: [], stalls: 0, jumps: 0, revivals: 0, levels: [], choice: [], playedSeconds: 0 };

/** hls.js in a browser that plays H.264, without a window. Where there are several sizes it is taken through them. */
export async function hlsJsBrowser(): Promise<Receiver | ReceiverFinding> {
  const isThere = await access(BROWSER).then(
    () => true,
    () => false,
  );
  if (!isThere) return absent(NAME, 'no browser that plays H.264 (CHROMIUM_PATH names one)');
  let browser: Browser | null = null;
  let viewer: BrowserViewer | null = null;
  return {
    name: NAME,
    output: null,
    async watch({ hls }) {
      browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'] });
      viewer = await BrowserViewer.open(await browser.newPage(), hls);
    },
    async finish() {
      const finding = (await viewer?.finish()) ?? absent(NAME, 'the browser could not be opened');
      await browser?.close().catch(() => undefined);
      return finding;
    },
  };
}

/** A page that plays the channel, what it showed, and the tour that it is taken on. */
class BrowserViewer {
  readonly #page: Page;
  readonly #devTools: CDPSession;
  readonly #reader = new PictureReader();
  readonly #tour = new LevelTour();
  readonly #shown: ShownReading[] = [];
  #news: PageNews = NOTHING_YET;
  readonly #troubles: string[] = [];
  #isOver = false;
  readonly #looking: Promise<void>;

  private constructor(page: Page, devTools: CDPSession) {
    this.#page = page;
    this.#devTools = devTools;
    this.#looking = this.#keepLooking();
  }

  static async open(page: Page, address: string): Promise<BrowserViewer> {
    await page.setContent('<video muted></video>');
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('hls.js/dist/hls.min.js') });
    await page.evaluate(playInPage, address);
    await page.evaluate(keepPicturesInPage);
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Network.enable');
    return new BrowserViewer(page, devTools);
  }

  async finish(): Promise<ReceiverFinding> {
    this.#isOver = true;
    await this.#looking;
    const { errors, stalls, jumps, revivals, playedSeconds } = this.#news;
    const complaints = [
      ...this.#troubles,
      ...errors,
      ...(stalls > 0 ? [`stood still ${stalls} times`] : []),
      ...(jumps > 0 ? [`jumped ${jumps} times`] : []),
      ...(revivals > 0 ? [`gave up ${revivals} times until the page told it to load on`] : []),
    ];
    const tour = this.#tour.reached.length === 0 ? '' : `, ${this.#tour.reached.join(', ')}${this.#tour.isDone ? '' : ', and no further'}`;
    const detail = `played ${Math.round(playedSeconds)} s${tour}`;
    return { name: NAME, tookPart: true, frames: this.#shown.length, complaints, detail, shown: this.#shown };
  }

  async #keepLooking(): Promise<void> {
    // One more look when it is over: nothing that was shown is left out.
    for (let isLast = false; !isLast; ) {
      if (!this.#isOver) await pause(LOOK_MS);
      isLast = this.#isOver;
      const look = () => ({ news: window.player.tell(), pictures: window.takePictures() });
      const seen = await this.#page.evaluate(look).catch(() => null);
      if (seen === null) {
        this.#troubles.push('the page was lost');
        return;
      }
      this.#news = seen.news;
      this.#shown.push(...seen.pictures.map((picture) => this.#read(picture)));
      this.#tour.step(seen.news, this.#hands);
    }
  }

  #read({ luma, width, height, mediaMicroseconds, shownAtMs, dateMs, continuity }: ShownPicture): ShownReading {
    const reading = this.#reader.read({ pixels: Buffer.from(luma, 'base64'), width, height });
    return { reading, mediaMs: mediaMicroseconds / 1000, shownAtMs, dateMs, continuity };
  }

  /** What is done to the page takes effect when it does: how it turned out is seen by what it shows. */
  readonly #hands: TourHands = {
    goTo: (height) => this.#attempt(this.#page.evaluate((wanted) => window.player.goTo(wanted), height)),
    throttle: (bitsPerSecond) => {
      const downloadThroughput = bitsPerSecond === null ? -1 : bitsPerSecond / 8;
      const conditions = { offline: false, latency: 0, downloadThroughput, uploadThroughput: -1 };
      this.#attempt(this.#devTools.send('Network.emulateNetworkConditions', conditions));
    },
  };

  /** A page that is gone is told by the next look. */
  #attempt(action: Promise<unknown>): void {
    action.catch(() => undefined);
  }
}
