import type { DesktopBridge } from '../../shared/contract/index.ts';

declare global {
  interface Window {
    /** Put there by the desktop app's preload; missing in a browser. */
    readonly perpetua?: DesktopBridge;
  }
}
