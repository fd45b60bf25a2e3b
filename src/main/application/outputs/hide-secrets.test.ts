import { describe, expect, it } from 'vitest';
import { type Output, outputSchema } from '../../../shared/engine-protocol/index.ts';
import { HIDDEN, hideSecrets, restoreSecrets } from './hide-secrets.ts';

const output = (fields: object): Output => outputSchema.parse({ id: 'a', name: 'A', ...fields });
const SAMPLES: readonly Output[] = [
  output({ type: 'rtmp', url: 'rtmp://live.example/app', key: 'secret-key' }),
  output({ type: 'rtmp', url: 'rtmps://live.example:443/app/secret-key' }),
  output({ type: 'srt', url: 'srt://far.example:9000?passphrase=secret-phrase', passphrase: 'secret-phrase', streamId: 'secret-id' }),
  output({ type: 'udp', url: 'udp://10.0.0.7:1234' }),
  output({ type: 'hls-put', url: 'https://me:secret@web.example/tv/channel.m3u8?token=secret' }),
  output({ type: 'recorder' }),
];

describe('the secrets of an output', () => {
  it.each(SAMPLES)('are not shown, and are the same again when what is shown comes back: $type', (sample) => {
    const shown = hideSecrets(sample);
    expect(JSON.stringify(shown)).not.toContain('secret');
    expect(outputSchema.parse(shown)).toEqual(shown);
    expect(restoreSecrets(shown, sample, 'outputs.0')).toEqual({ ok: true, value: sample });
  });

  it('shows where an output goes', () => {
    expect(SAMPLES.map(hideSecrets)).toMatchObject([
      { url: 'rtmp://live.example/app', key: HIDDEN },
      { url: `rtmps://live.example:443/app/${HIDDEN}`, key: '' },
      { url: `srt://far.example:9000?${HIDDEN}` },
      { url: 'udp://10.0.0.7:1234' },
      { url: `https://me:${HIDDEN}@web.example/tv/channel.m3u8?${HIDDEN}` },
      {},
    ]);
  });

  it('can be changed and taken away', () => {
    const [kept] = SAMPLES as [Output];
    expect(restoreSecrets({ ...kept, key: 'new' } as Output, kept, 'outputs.0')).toMatchObject({ value: { key: 'new' } });
    expect(restoreSecrets({ ...kept, key: '' } as Output, kept, 'outputs.0')).toMatchObject({ value: { key: '' } });
  });

  it('are asked for where none are kept, and never sent to another address', () => {
    const [rtmp, inPath] = SAMPLES as [Output, Output];
    const refusal = (field: string) => ({ ok: false, code: 'BAD_INPUT', field });
    expect(restoreSecrets(hideSecrets(rtmp), null, 'outputs.3')).toMatchObject(refusal('outputs.3.key'));
    const elsewhere = { ...hideSecrets(inPath), url: `rtmp://thief.example/app/${HIDDEN}` } as Output;
    expect(restoreSecrets(elsewhere, inPath, 'outputs.0')).toMatchObject(refusal('outputs.0.url'));
    const moved = { ...hideSecrets(rtmp), url: 'rtmp://thief.example/app' } as Output;
    expect(restoreSecrets(moved, rtmp, 'outputs.0')).toMatchObject(refusal('outputs.0.key'));
  });
});
