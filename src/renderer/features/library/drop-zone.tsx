import { FolderInput } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { DesktopBridge } from '../../../shared/contract/index.ts';
import { useStation } from '../../station-client/index.ts';
import { useImportStore } from './import-store.ts';
import './drop-zone.css';

/**
 * Takes files and folders that are dropped anywhere on the window of the desktop app. It lies over everything as soon as they are held there: a drop goes to
 * what was under the pointer last, and would be lost where a list was drawn anew just then.
 */
export function DropZone({ onDropped }: { readonly onDropped: () => void }) {
  const { client, desktop } = useStation();
  const start = useImportStore((state) => state.start);
  const { isOver, end } = useFileDrop((files) => {
    const paths = desktop ? pathsOf(files, desktop) : [];
    if (paths.length === 0) return;
    void start(client.calls, paths);
    onDropped();
  });
  if (!isOver) return null;
  return (
    // A pointer that moves by itself holds no files: the end of the drag went unheard, and what lies below must be in reach.
    <div className="drop-zone" onPointerMove={end}>
      <FolderInput />
      <b>{desktop ? 'Drop to import' : 'Files can be dropped in the desktop app only'}</b>
      {!desktop && <span>Here, type their path on the station's machine instead.</span>}
    </div>
  );
}

function pathsOf(files: readonly File[], desktop: DesktopBridge): readonly string[] {
  return files.map((file) => desktop.pathOfDropped(file)).filter((path) => path !== '');
}

/** Whether files are being dragged over the window; hands them over when they are dropped. */
function useFileDrop(onDrop: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      onDrop([...(event.dataTransfer?.files ?? [])]);
    };
    const page = globalThis.document;
    // Entering, too: what is entered takes no drop until it says so, and the next move may be the last.
    page.addEventListener('dragenter', over);
    page.addEventListener('dragover', over);
    page.addEventListener('dragleave', leave);
    page.addEventListener('drop', drop);
    return () => {
      page.removeEventListener('dragenter', over);
      page.removeEventListener('dragover', over);
      page.removeEventListener('dragleave', leave);
      page.removeEventListener('drop', drop);
    };
  }, [onDrop]);
  return { isOver, end: () => setOver(false) };
}
