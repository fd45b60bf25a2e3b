import { describe, expect, it } from 'vitest';
import { drawCodedSound } from '../generator/coded-sound.ts';
import { PacketLog } from './packet-log.ts';
import { placeSound } from './place-sound.ts';
import { SoundListener } from './sound-listener.ts';

const PRINTED = `#software: Lavf59.27.100
#tb 0: 1/48000
#media_type 0: audio
#codec_id 0: pcm_s16le
#sample_rate 0: 48000
#channel_layout_name 0: mono
0,          0,          0,     1024,     2048, 0x8d5a0d61
0,       1024,       1024,     1024,     2048, 0x3c9e0ae1
0,       4096,       4096,     1024,     2048, 0x9c1ff9ee
`;

describe('the packets that FFmpeg lists', () => {
  it('are read however the text is cut', () => {
    for (const cut of [1, 7, 64, 1000]) {
      const log = new PacketLog();
      for (let at = 0; at < PRINTED.length; at += cut) log.take(PRINTED.slice(at, at + cut));
      expect(log.packets).toEqual([
        { ptsMs: 0, bytes: 2048 },
        { ptsMs: 1024 / 48, bytes: 2048 },
        { ptsMs: 4096 / 48, bytes: 2048 },
      ]);
    }
  });

  it('put what was heard on the time of the stream, and show where there is no sound', () => {
    const log = new PacketLog();
    log.take(PRINTED);
    const sound = placeSound({ samples: 3072, beeps: [100, 2048], silences: [{ from: 240, to: 480 }], sharpestBend: 0 }, log.packets);
    expect(sound.beepsMs).toEqual([100 / 48, 4096 / 48]);
    expect(sound.silences).toEqual([{ fromMs: 5, toMs: 10 }]);
    expect(sound.holes).toEqual([{ fromMs: 2048 / 48, toMs: 4096 / 48 }]);
  });
});

describe('the listener', () => {
  const RATE = { num: 25, den: 1 };
  const heardOf = (sound: Buffer, pieceBytes: number): ReturnType<SoundListener['heard']> => {
    const listener = new SoundListener();
    for (let at = 0; at < sound.length; at += pieceBytes) {
      const piece = new Uint8Array(sound.subarray(at, at + pieceBytes));
      listener.listen(new Int16Array(piece.buffer));
    }
    return listener.heard();
  };

  it.each([1, 0.25])('hears every beep where it begins, at %d times the loudness', (gain) => {
    const sound = drawCodedSound({ clipId: 9, rate: RATE, sampleRate: 48_000 }, 0, 5 * 48_000);
    for (let at = 0; at < sound.length; at += 2) sound.writeInt16LE(Math.round(sound.readInt16LE(at) * gain), at);
    const heard = heardOf(sound, 1000);
    expect(heard.beeps).toHaveLength(5);
    for (const [second, beep] of heard.beeps.entries()) expect(Math.abs(beep / 48 - second * 1000 - 520)).toBeLessThan(1);
    expect(heard.silences).toEqual([]);
  });

  it('hears silence', () => {
    const sound = drawCodedSound({ clipId: 9, rate: RATE, sampleRate: 48_000 }, 0, 48_000);
    sound.fill(0, 2 * 4800, 2 * 9600);
    expect(heardOf(sound, 4096).silences).toEqual([{ from: 4800, to: 9600 }]);
  });
});
