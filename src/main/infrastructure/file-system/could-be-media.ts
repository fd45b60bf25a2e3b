/** What stands beside media: words about it, pictures of it, lists of it. */
const SIDECARS = new Set([
  ...[
    'nfo',
    'json',
    'xml',
    'txt',
    'md',
    'pdf',
    'html',
    'htm',
    'csv',
    'log',
    'ini',
    'db',
    'url',
    'lnk',
    'edl',
    'md5',
    'sha1',
    'sha256',
    'sfv',
  ],
  ...['srt', 'vtt', 'ass', 'ssa', 'sub', 'idx', 'sup', 'stl', 'ttml', 'dfxp', 'smi', 'm3u', 'm3u8', 'pls', 'cue', 'torrent', 'zip', 'rar'],
  ...['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp', 'tif', 'tiff', 'svg', 'psd', 'ico', 'heic', 'avif', 'tbn'],
]);

/** Names that programs give to a copy or a download until it is complete. */
const UNFINISHED = new Set(['part', 'partial', 'crdownload', 'download', 'tmp', 'temp', 'filepart', 'aria2', 'syncing']);

/** Folders of the operating system and of storage boxes: copies, rubbish and previews. */
const SYSTEM_FOLDERS = new Set(['$recycle.bin', 'system volume information', 'lost+found', '@eadir', '#recycle', '__macosx']);

/** Whether a walk should take a file of that name: not hidden, not half-copied, not a sidecar. What is in it is judged later. */
export function couldBeMedia(fileName: string): boolean {
  if (isHidden(fileName)) return false;
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return !SIDECARS.has(extension) && !UNFINISHED.has(extension);
}

/** Whether a walk should go into a folder of that name. */
export function couldHoldMedia(folderName: string): boolean {
  return !isHidden(folderName) && !SYSTEM_FOLDERS.has(folderName.toLowerCase());
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}
