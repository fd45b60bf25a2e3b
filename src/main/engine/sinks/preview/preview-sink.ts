import type { FrameRate } from '../../../../shared/time/index.ts';
import { type Burst, KeyFrameRun, type Sink, type SinkStatus } from '../../hub/index.ts';
import type { Fragment } from './fragment.ts';
import { FragmentPackager } from './fragment-packager.ts';
import type { PreviewFormat } from './preview-format.ts';
import { PreviewViewer, type ViewerLink } from './preview-viewer.ts';

/** More monitors than a station has. */
const MOST_VIEWERS = 32;

/**
 * The channel for the console's monitors, a fraction of a second behind the air: every picture is a fragment of its own and leaves at once. The run
 * since the last key frame is kept as it came; it is only rewritten when there is somebody to see it.
 */
export class PreviewSink implements Sink {
  readonly id = 'preview';
  readonly type = 'preview';
  readonly #rate: FrameRate;
  readonly #viewers = new Set<PreviewViewer>();
  readonly #run = new KeyFrameRun();
  #packager = new FragmentPackager();
  #bytesSent = 0;
  #state: SinkStatus['state'] = 'starting';

  /** `rate`: the channel's. */
  constructor(rate: FrameRate) {
    this.#rate = rate;
  }

  receive(burst: Burst): void {
    this.#state = 'running';
    this.#run.keep(burst);
    if (this.#viewers.size === 0) return;
    const fragment = this.#packager.package(burst);
    for (const viewer of this.#viewers) this.#send(viewer, fragment, this.#packager.format);
  }

  restart(): void {
    this.#run.forget();
    this.#packager = new FragmentPackager();
  }

  /** Begins to feed a viewer, from the last key frame on. Null when there are too many. */
  join(link: ViewerLink): PreviewViewer | null {
    if (this.#state === 'stopped' || this.#viewers.size >= MOST_VIEWERS) return null;
    const viewer = new PreviewViewer(link, this.#rate);
    // With nobody else watching, the common packager has not seen the run.
    const isFirst = this.#viewers.size === 0;
    const packager = new FragmentPackager();
    const fragments = this.#run.bursts.map((burst) => packager.package(burst));
    if (isFirst) this.#packager = packager;
    for (const fragment of fragments) this.#send(viewer, fragment, this.#packager.format);
    this.#viewers.add(viewer);
    return viewer;
  }

  /** Stops feeding a viewer; one that never joined is passed over. */
  leave(viewer: PreviewViewer): void {
    this.#viewers.delete(viewer);
  }

  status(): SinkStatus {
    const detail = this.#state === 'stopped' ? 'Closed.' : `${this.#viewers.size} watching.`;
    const waitingBytes = [...this.#viewers].reduce((sum, viewer) => sum + viewer.waitingBytes, 0);
    return { id: this.id, type: this.type, state: this.#state, detail, bytesSent: this.#bytesSent, waitingBytes };
  }

  /** Ends every viewer's connection. */
  async close(): Promise<void> {
    this.#state = 'stopped';
    for (const viewer of this.#viewers) viewer.cut();
    this.#viewers.clear();
    this.#run.forget();
  }

  #send(viewer: PreviewViewer, fragment: Fragment | null, format: PreviewFormat | null): void {
    if (fragment !== null && format !== null) this.#bytesSent += viewer.push(fragment, format);
  }
}
