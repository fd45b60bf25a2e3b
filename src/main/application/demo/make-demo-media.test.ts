import { describe, expect, it } from 'vitest';
import type { Log } from '../ports/log.ts';
import { type DemoStage, type DemoStudio, MakeDemoMedia } from './index.ts';

/** A studio whose work ends when the test says so. */
class HandledStudio implements DemoStudio {
  readonly makings: {
    folder: string;
    report: (stage: DemoStage) => void;
    finish: () => void;
    fail: (error: Error) => void;
  }[] = [];

  make(folder: string, report: (stage: DemoStage) => void, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      this.makings.push({ folder, report, finish: resolve, fail: reject });
    });
  }
}

function arrange(importFails = false) {
  const studio = new HandledStudio();
  const imported: string[] = [];
  const errors: string[] = [];
  const log: Log = { info: () => {}, warn: () => {}, error: (message) => errors.push(message) };
  const startImport = async (folder: string, by: string) => {
    if (importFails) throw new Error('no');
    imported.push(`${folder} for ${by}`);
  };
  return { studio, imported, errors, demo: new MakeDemoMedia(studio, startImport, '/media/demo', log) };
}

describe('making the demo media', () => {
  it('tells how far it is, then imports the folder for whoever asked', async () => {
    const { studio, imported, demo } = arrange();
    expect(demo.progress().state).toBe('idle');
    expect(demo.start('ada')).toMatchObject({ state: 'running', progress: 0 });
    studio.makings[0]?.report({ progress: 0.4, step: 'Slow Light' });
    expect(demo.progress()).toEqual({ state: 'running', progress: 0.4, step: 'Slow Light' });
    studio.makings[0]?.finish();
    await demo.ended();
    expect(demo.progress()).toMatchObject({ state: 'done', progress: 1 });
    expect(imported).toEqual(['/media/demo for ada']);
  });

  it('is done once, however often it is asked for, and again when it has ended', async () => {
    const { studio, demo } = arrange();
    demo.start('ada');
    demo.start('ada');
    expect(studio.makings).toHaveLength(1);
    studio.makings[0]?.finish();
    await demo.ended();
    demo.start('ada');
    expect(studio.makings).toHaveLength(2);
    await demo.stop();
  });

  it('goes back to idle when it is stopped, and imports nothing', async () => {
    const { imported, errors, demo } = arrange();
    demo.start('ada');
    await demo.stop();
    expect(demo.progress().state).toBe('idle');
    expect([imported, errors]).toEqual([[], []]);
  });

  it('says that it failed without a word of FFmpeg, and logs why', async () => {
    const { studio, errors, demo } = arrange();
    demo.start('ada');
    studio.makings[0]?.fail(new Error('[libx264] /home/ada: broken'));
    await demo.ended();
    expect(demo.progress().state).toBe('failed');
    expect(demo.progress().step).not.toMatch(/libx264|home/);
    expect(errors).toHaveLength(1);
  });

  it('says that it failed when the import does not start', async () => {
    const { studio, demo } = arrange(true);
    demo.start('ada');
    studio.makings[0]?.finish();
    await demo.ended();
    expect(demo.progress().state).toBe('failed');
  });
});
