import { FolderInput } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { DesktopBridge } from '../../../shared/contract/index.ts';
import { useStation } from '../../station-client/index.ts';
import { useImportStore } from './import-store.ts';
import './drop-zone.css';

/** Takes files and folders that are dropped anywhere on the window of the desktop app. */
export function DropZone({ onDropped }: { readonly onDropped: () => void }) {
  const { client, desktop } = useStation();
  const start = useImportStore((state) => state.start);
  const isOver = useFileDrop((files) => {
    const paths = desktop ? pathsOf(files, desktop) : [];
    if (paths.length === 0) return;
    void start(client.calls, paths);
    onDropped();
  });
  if (!isOver) return null;
  return (
    <div className="drop-zone">
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
function useFileDrop(onDrop: (files: readonly File[]) => void): boolean {
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
    page.addEventListener('dragover', over);
    page.addEventListener('dragleave', leave);
    page.addEventListener('drop', drop);
    return () => {
      page.removeEventListener('dragover', over);
      page.removeEventListener('dragleave', leave);
      page.removeEventListener('drop', drop);
    };
  }, [onDrop]);
  return isOver;
}
