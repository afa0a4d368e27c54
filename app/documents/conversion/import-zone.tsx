import { Upload } from 'lucide-react';
import { type DragEvent, lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import { useRevalidator } from 'react-router';
import { conversionPage as words } from '#shared/documents/conversion/conversion-page.fr.ts';
import { NoScript } from '../../ui/no-script.tsx';
import { IMPORT_ACCEPT } from './import-accept.ts';

const ImportDialog = lazy(() =>
  import('./import-dialog.tsx').then((module) => ({ default: module.ImportDialog })),
);

interface ImportZoneProps {
  readonly address: string;
  readonly megabytes: number;
  readonly isAllowed: boolean;
  /** What stands there, given the button that opens the import. */
  readonly children: (button: ReactNode) => ReactNode;
}

/** A place where files can be dropped to become documents, and a button for whoever drops none. */
export function ImportZone({ address, megabytes, isAllowed, children }: ImportZoneProps) {
  const [isOver, setOver] = useState(false);
  const [dropped, setDropped] = useState<readonly File[] | null>(null);
  const { revalidate } = useRevalidator();
  const onImported = useCallback(() => void revalidate(), [revalidate]);
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  if (!isAllowed) return children(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button does the same
    <div
      className={isOver ? 'import-zone over' : 'import-zone'}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(false);
        setDropped([...event.dataTransfer.files]);
      }}
    >
      {children(
        <button className="btn quiet sm" type="button" onClick={() => setDropped([])}>
          <Upload className="icon" aria-hidden="true" />
          {words.importItem}
        </button>,
      )}
      <NoScript>
        <form method="post" action={address} encType="multipart/form-data" className="row">
          <input type="file" name="file" multiple accept={IMPORT_ACCEPT} aria-label={words.files} required />
          <button className="btn" type="submit">
            {words.importNoScript}
          </button>
        </form>
      </NoScript>
      {isOver && (
        <p className="import-drop" aria-hidden="true">
          {words.dropHere}
        </p>
      )}
      {dropped && (
        <Suspense>
          <ImportDialog
            dropped={dropped}
            address={address}
            megabytes={megabytes}
            onImported={onImported}
            onClose={() => setDropped(null)}
          />
        </Suspense>
      )}
    </div>
  );
}
