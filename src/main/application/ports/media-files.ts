import type { Milliseconds } from '../../../shared/time/index.ts';
import type { SeenFile, Sidecar } from '../../domain/library/index.ts';

/** What the file system says of a path. */
export type PathFacts =
  | { readonly type: 'file'; readonly sizeBytes: number; readonly modifiedAt: Milliseconds }
  | { readonly type: 'folder' }
  /** There is something that is neither: a device, a socket. */
  | { readonly type: 'other' }
  | { readonly type: 'not-found' }
  /** Its name is no Unicode, as of many an old archive: it is seen in its folder, and can't be opened by what is seen. */
  | { readonly type: 'bad-name' }
  | { readonly type: 'not-readable' };

/** A sidecar as it is on disk. */
export interface SidecarFile extends Sidecar {
  /** Which version it is: its name, size and time as one text, equal for the same version. */
  readonly mark: string;
  readonly modifiedAt: Milliseconds;
}

/** A media file as a look at its folder finds it. */
export interface SurveyedFile extends SeenFile {
  /** The mark of what stands beside it; null when nothing does. */
  readonly sidecarMark: string | null;
}

/** What a walk through a folder comes upon. */
export interface WalkedPath {
  readonly path: string;
  readonly type: 'file' | 'unreadable-folder';
  /** What can be its sidecar and is there, the first that can be read wins. */
  readonly sidecars: readonly string[];
}

/** The media files on this machine's disks. */
export interface MediaFiles {
  /** What is at a path now. Follows links. */
  inspect(path: string): Promise<PathFacts>;
  /**
   * Every file below a folder that could be media, in the order of names. Hidden files, half-copied ones and sidecars are left out;
   * links are followed, but no folder is walked twice. A file walks as itself.
   */
  walk(path: string): AsyncIterable<WalkedPath>;
  /**
   * The files that a walk comes upon with their sizes and times, and the marks of their sidecars, some hundred at once. What can't be read is
   * left out; what has a bad name is there with no size and no time.
   */
  survey(path: string): AsyncIterable<readonly SurveyedFile[]>;
  /** Samples a file's content: equal for files of the same content. @throws when the file can't be read. */
  fingerprint(path: string, sizeBytes: number): Promise<string>;
  /**
   * The words that stand beside a media file, by its name with .json or .nfo in place of, or after, its own ending; .json wins. Null when
   * there are none, or more than anybody writes about one film.
   */
  readSidecar(path: string): Promise<SidecarFile | null>;
  /** The names of the folders that hold a file, outermost first, from `root` (its own name too) down; the parent's when it is the root. */
  foldersBetween(root: string, path: string): readonly string[];
  /** The last part of a path. */
  fileName(path: string): string;
  /** Makes a path absolute and without detours; null when it is relative. */
  normalise(path: string): string | null;
}
