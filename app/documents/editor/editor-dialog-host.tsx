import { type ComponentType, useEffect, useState } from 'react';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { useToast } from '../../ui/toast.tsx';
import type { EditorDialogProps } from './editor-dialog.ts';
import { EDITOR_DIALOGS, type EditorDialogName } from './editor-dialogs.ts';

/** The dialog of this name, once it is loaded. One that cannot be says so, and the text is as it was. */
export function EditorDialog({ name, ...props }: EditorDialogProps & { name: EditorDialogName }) {
  const [loaded, setLoaded] = useState<{ name: string; Dialog: ComponentType<EditorDialogProps> } | null>(
    null,
  );
  const { onClose } = props;
  const toast = useToast();
  useEffect(() => {
    let isWanted = true;
    EDITOR_DIALOGS[name]().then(
      (Dialog) => isWanted && setLoaded({ name, Dialog }),
      () => {
        if (!isWanted) return;
        toast({ text: documentWords.dialogMissing });
        onClose();
      },
    );
    return () => {
      isWanted = false;
    };
  }, [name, onClose, toast]);
  return loaded?.name === name ? <loaded.Dialog {...props} /> : null;
}
