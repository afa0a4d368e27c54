import { Download } from 'lucide-react';
import { lazy, type MouseEvent, type ReactNode, Suspense, useState } from 'react';
import type { ExportFormat } from '#shared/documents/conversion/conversion.ts';
import { later } from '../editor/later.ts';

const ExportDialog = lazy(() =>
  import('./export-dialog.tsx').then((module) => ({ default: module.ExportDialog })),
);

interface ExportItemProps {
  readonly className: string;
  readonly title: string;
  readonly lead?: string;
  readonly address: (format: ExportFormat, withComments: boolean) => string;
  readonly onOpen?: () => void;
  /** Where the focus goes when the link is not there any more. */
  readonly onClosed?: () => void;
  readonly children: ReactNode;
}

/** Opens the export; without script, a link to the PDF. */
export function ExportItem({ className, title, lead, address, onOpen, onClosed, children }: ExportItemProps) {
  const [isOpen, setOpen] = useState(false);
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen?.();
    setOpen(true);
  };
  return (
    <>
      <a className={className} href={address('pdf', false)} download onClick={open}>
        <Download className="icon" aria-hidden="true" />
        {children}
      </a>
      {isOpen && (
        <Suspense>
          <ExportDialog
            title={title}
            {...(lead && { lead })}
            address={address}
            onClose={() => {
              setOpen(false);
              if (onClosed) later(onClosed);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
