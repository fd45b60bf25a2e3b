import { describe, expect, it } from 'vitest';
import { outputSchema, outputsSchema } from './outputs.ts';

const rtmp = { id: 'platform', name: 'Platform', type: 'rtmp', url: 'rtmp://live.example.com/app' };

/** The path and the words of each refusal. */
function refusals(output: object): readonly (readonly [string, string])[] {
  const result = outputSchema.safeParse(output);
  return result.success ? [] : result.error.issues.map(({ path, message }) => [path.join('.'), message] as const);
}

describe('outputSchema', () => {
  it('fills in what an operator leaves out', () => {
    expect(outputSchema.parse(rtmp)).toEqual({
      ...{ ...rtmp, enabled: true, key: '' },
      ...{ verifyCertificate: true, authoritiesFile: null },
    });
    expect(outputSchema.parse({ id: 'a', name: 'A', type: 'srt', url: 'srt://10.0.0.7:9000' })).toMatchObject({
      mode: 'caller',
      latencyMs: 200,
      passphrase: '',
    });
    expect(outputSchema.parse({ id: 'a', name: 'A', type: 'recorder' })).toMatchObject({ folder: null, segmentMinutes: 60, keepDays: 30 });
  });

  it.each([
    ['rtmp', 'http://live.example.com/app'],
    ['rtmp', 'rtmp:///app'],
    ['rtmp', 'live.example.com'],
    ['srt', 'srt://10.0.0.7'],
    ['udp', 'rtp://10.0.0.7:9000'],
    ['udp', 'udp://:9000'],
    ['hls-put', 'https://example.com/upload/'],
    ['hls-put', 'file:///tmp/index.m3u8'],
  ])('refuses for %s the address %s, and names the field', (type, url) => {
    const [refusal, ...more] = refusals({ id: 'a', name: 'A', type, url });
    expect(more).toEqual([]);
    expect(refusal?.[0]).toBe('url');
    expect(refusal?.[1]).toContain('Write an address like');
  });

  it('refuses an id that the station uses itself, or that is no id', () => {
    expect(refusals({ ...rtmp, id: 'hls' })).toEqual([['id', 'This id belongs to an output of the station itself.']]);
    expect(refusals({ ...rtmp, id: '../x' })[0]?.[0]).toBe('id');
  });

  it('refuses a passphrase that SRT does not take', () => {
    expect(refusals({ id: 'a', name: 'A', type: 'srt', url: 'srt://h:1', passphrase: 'short' })[0]?.[0]).toBe('passphrase');
  });
});

describe('outputsSchema', () => {
  it('refuses two outputs of one id and says which', () => {
    const result = outputsSchema.safeParse([rtmp, { ...rtmp, name: 'Other' }]);
    expect(result.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['1.id', 'Another output has this id.']]);
  });
});
