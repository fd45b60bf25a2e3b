import { describe, expect, it } from 'vitest';
import { type Input, inputsSchema } from '../../../shared/engine-protocol/index.ts';
import { draftOf, fieldAt, type InputDraft, newDraft, readInputs } from './input-draft.ts';

const [STUDIO, FIELD, RELAY, CARD] = inputsSchema.parse([
  { id: 'studio', name: 'Studio', type: 'rtmp-publish', key: 'studio-key', takesAirByItself: true, stableAfterSeconds: 9 },
  { id: 'field', name: 'Field', type: 'srt', url: 'srt://0.0.0.0:9000', latencyMs: 400, passphrase: '••••••••••', streamId: 'van' },
  { id: 'relay', name: 'Relay', type: 'url', url: 'https://example.org/live.m3u8', enabled: false },
  { id: 'card', name: 'Card', type: 'device', picture: '/dev/video0', size: { width: 1280, height: 720 }, picturesPerSecond: 29.97 },
]) as [Input, Input, Input, Input];
const KEPT = [STUDIO, FIELD, RELAY, CARD];

function faultsOf(change: Partial<InputDraft>) {
  const read = readInputs(KEPT, 'new-one', { ...newDraft('a-new-key'), name: 'New one', ...change });
  return read.ok ? {} : read.faults;
}

describe('the draft of a live input', () => {
  it.each(KEPT)('of $name says the same when it is read back', (input) => {
    expect(readInputs(KEPT, input.id, draftOf(input, 'unused'))).toEqual({ ok: true, inputs: KEPT });
  });

  it('puts a new input after the others, published under its key', () => {
    const read = readInputs(KEPT, 'new-one', { ...newDraft('a-new-key'), name: ' Gallery ' });
    expect(read.ok && read.inputs.slice(0, 4)).toEqual(KEPT);
    expect(read.ok && read.inputs[4]).toMatchObject({ id: 'new-one', name: 'Gallery', type: 'rtmp-publish', key: 'a-new-key' });
  });

  it('leaves out what the kind has no use for', () => {
    const read = readInputs([], 'a', { ...newDraft('key'), type: 'url', name: 'A', url: 'rtsp://camera.example/1' });
    expect(read.ok && Object.keys(read.inputs[0] ?? {}).sort()).toEqual(
      ['enabled', 'id', 'name', 'stableAfterSeconds', 'takesAirByItself', 'type', 'url'].sort(),
    );
  });

  it('holds every fault against its own field, all at once and in words', () => {
    expect(faultsOf({ name: ' ', key: 'a b', stableAfterSeconds: '' })).toEqual({
      name: 'Give it a name.',
      key: 'Letters, digits, hyphens and underscores only, 4 to 128.',
      stableAfterSeconds: 'A whole number.',
    });
    expect(faultsOf({ key: 'studio-key' })).toEqual({ key: 'Another input has this key.' });
    expect(faultsOf({ type: 'srt', url: 'srt://nowhere', latencyMs: '5', passphrase: 'short' })).toEqual({
      url: 'Write an address like srt://0.0.0.0:port.',
      latencyMs: 'At least 20 ms.',
      passphrase: '10 to 79 characters, or none.',
    });
    expect(faultsOf({ type: 'url', url: 'live.m3u8' })).toEqual({ url: 'Write an address like https://host/live.m3u8.' });
    expect(faultsOf({ type: 'device', width: '640', picturesPerSecond: 'many' })).toEqual({
      picture: 'Name the device.',
      height: 'A whole number.',
      picturesPerSecond: 'A number.',
    });
  });
});

describe('the field that a path means', () => {
  it('is one of the drafted input', () => {
    expect(fieldAt(['2', 'key'], 2)).toBe('key');
    expect(fieldAt([2, 'size', 'width'], 2)).toBe('width');
  });

  it('is none when it is of another input, or has no field', () => {
    expect(fieldAt(['1', 'key'], 2)).toBe('other');
    expect(fieldAt(['2', 'id'], 2)).toBe('other');
    expect(fieldAt([], 2)).toBe('other');
  });
});
