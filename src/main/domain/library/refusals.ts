import type { FileRefusal, RefusalCode } from './media-import.ts';

const REASONS: Readonly<Record<RefusalCode, string>> = {
  'not-found':
    'The file is not there any more. It was moved, renamed or deleted, or its disk is not connected; put it back and import it again.',
  'not-readable': 'Perpetua may not read this. Give the account that runs the station the right to read it, and import it again.',
  'bad-name':
    'Its name is written in an old character encoding, in which no program here can open it. Rename it, or the folder, and import it again.',
  'empty-file': 'The file is empty. The copy probably failed; copy it again.',
  'not-media': 'This is neither picture nor sound, or its beginning is damaged. Check that the right file was copied.',
  corrupt: 'Parts of the file are damaged and would be seen or heard on air. Copy or export it again.',
  truncated: 'The end of the file is missing. The copy or the recording was probably cut off; copy or export it again.',
  unsupported: 'It is made in a way that can not be played here. Export it as MP4 with H.264 and AAC.',
  'already-imported': 'The same content is in the library already.',
};

/** A refusal in the usual words of its code. */
export function refusal(code: RefusalCode): FileRefusal {
  return { code, reason: REASONS[code] };
}

/** A refusal with words of its own: one sentence or two for people, saying what is wrong and what to do. */
export function refusalBecause(code: RefusalCode, reason: string): FileRefusal {
  return { code, reason };
}
