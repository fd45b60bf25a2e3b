import { type Input, inputsSchema } from '../../../shared/engine-protocol/index.ts';

/** The fields of every kind of input as they stand in the dialog: numbers as they are typed. A kind leaves alone what it has no use for. */
export interface InputDraft {
  readonly type: Input['type'];
  readonly name: string;
  readonly enabled: boolean;
  readonly takesAirByItself: boolean;
  readonly stableAfterSeconds: string;
  readonly key: string;
  readonly url: string;
  readonly mode: 'listener' | 'caller';
  readonly latencyMs: string;
  readonly passphrase: string;
  readonly streamId: string;
  readonly picture: string;
  readonly sound: string;
  readonly soundSystem: 'alsa' | 'pulse';
  readonly width: string;
  readonly height: string;
  readonly picturesPerSecond: string;
}

export type DraftField = keyof InputDraft;

/** What is held against the fields, in sentences; `other`: against something that has no field. */
export type DraftFaults = Readonly<Partial<Record<DraftField | 'other', string>>>;

/** A new input: published to the station under a key that nobody guesses. */
export function newDraft(key: string): InputDraft {
  return {
    type: 'rtmp-publish',
    name: '',
    enabled: true,
    takesAirByItself: false,
    stableAfterSeconds: '5',
    key,
    url: '',
    mode: 'listener',
    latencyMs: '200',
    passphrase: '',
    streamId: '',
    picture: '',
    sound: '',
    soundSystem: 'alsa',
    width: '',
    height: '',
    picturesPerSecond: '',
  };
}

/** An input as it stands, in the fields. @param key for an input that is none of those published, should it become one */
export function draftOf(input: Input, key: string): InputDraft {
  const { name, enabled, takesAirByItself, stableAfterSeconds } = input;
  const common = { ...newDraft(key), name, enabled, takesAirByItself, stableAfterSeconds: String(stableAfterSeconds) };
  switch (input.type) {
    case 'rtmp-publish':
      return { ...common, type: input.type, key: input.key };
    case 'srt': {
      const { type, url, mode, latencyMs, passphrase, streamId } = input;
      return { ...common, type, url, mode, latencyMs: String(latencyMs), passphrase, streamId };
    }
    case 'url':
      return { ...common, type: input.type, url: input.url };
    case 'device': {
      const { type, picture, sound, soundSystem, size, picturesPerSecond } = input;
      const [width, height, perSecond] = [size?.width, size?.height, picturesPerSecond].map((number) => String(number ?? ''));
      return { ...common, type, picture, sound, soundSystem, width: width ?? '', height: height ?? '', picturesPerSecond: perSecond ?? '' };
    }
  }
}

/** What the station is to be sent for one of its inputs: all of them as they should be, or what is held against the fields of that one. */
export type ReadInputs = { readonly ok: true; readonly inputs: readonly Input[] } | { readonly ok: false; readonly faults: DraftFaults };

/**
 * The station's inputs with the drafted one in its place, or after them all when there is none of its id. Held against the contract here
 * already, so that every fault is told at once.
 */
export function readInputs(kept: readonly Input[], id: string, draft: InputDraft): ReadInputs {
  const drafted = { id, ...settingsOf(draft) };
  const place = placeOf(kept, id);
  const read = inputsSchema.safeParse([...kept.slice(0, place), drafted, ...kept.slice(place + 1)]);
  if (read.success) return { ok: true, inputs: read.data };
  const faults: Partial<Record<DraftField | 'other', string>> = {};
  for (const { path, message } of read.error.issues) faults[fieldAt(path, place)] ??= message;
  return { ok: false, faults };
}

/** Where an input stands in the list that the station is sent. */
export function placeOf(kept: readonly Input[], id: string): number {
  const place = kept.findIndex((input) => input.id === id);
  return place === -1 ? kept.length : place;
}

/** The field of the draft that a path within the station's inputs means; `other` when it means none of them. @param place of the drafted input */
export function fieldAt(path: readonly PropertyKey[], place: number): DraftField | 'other' {
  const [index, ...rest] = path.map(String);
  const field = rest.at(-1) ?? '';
  return index === String(place) && field in newDraft('') ? (field as DraftField) : 'other';
}

function settingsOf(draft: InputDraft): object {
  const { type, name, enabled, takesAirByItself } = draft;
  const common = { type, name, enabled, takesAirByItself, stableAfterSeconds: numberOf(draft.stableAfterSeconds) };
  switch (type) {
    case 'rtmp-publish':
      return { ...common, key: draft.key.trim() };
    case 'srt': {
      const { url, mode, passphrase, streamId } = draft;
      return { ...common, url: url.trim(), mode, latencyMs: numberOf(draft.latencyMs), passphrase, streamId };
    }
    case 'url':
      return { ...common, url: draft.url.trim() };
    case 'device': {
      const { picture, sound, soundSystem, width, height, picturesPerSecond } = draft;
      const size = isBlank(width) && isBlank(height) ? null : { width: numberOf(width), height: numberOf(height) };
      const perSecond = isBlank(picturesPerSecond) ? null : numberOf(picturesPerSecond);
      return { ...common, picture: picture.trim(), sound: sound.trim(), soundSystem, size, picturesPerSecond: perSecond };
    }
  }
}

function numberOf(text: string): number {
  return isBlank(text) ? Number.NaN : Number(text);
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
