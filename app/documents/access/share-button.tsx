import { UserPlus } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { useToast } from '../../ui/toast.tsx';
import type { ShareDialogProps } from './share-dialog.tsx';

/** [D39] Opens what says who sees a document and gives its link. The dialog is loaded when it is asked for. */
export function ShareButton({ document }: Pick<ShareDialogProps, 'document'>) {
  const tell = useToast();
  const [Dialog, setDialog] = useState<ComponentType<ShareDialogProps> | null>(null);
  const open = () =>
    import('./share-dialog.tsx').then(
      ({ ShareDialog }) => setDialog(() => ShareDialog),
      () => tell({ text: documentWords.dialogMissing }),
    );
  return (
    <>
      <button
        className="btn primary sm share"
        type="button"
        aria-label={documentWords.share}
        aria-haspopup="dialog"
        onClick={open}
      >
        <UserPlus className="icon" aria-hidden="true" />
        <span className="not-s">{documentWords.share}</span>
      </button>
      {Dialog && <Dialog document={document} onClose={() => setDialog(null)} />}
    </>
  );
}
