import { useEffect } from 'react';
import { documentExcerpts as words } from '#shared/documents/excerpt/document-excerpts.fr.ts';
import { useAccount } from '../../ui/account.ts';
import { useToast } from '../../ui/toast.tsx';
import type { EditorDialogProps } from '../editor/editor-dialog.ts';
import { copyPassage } from './copied-passage.ts';

/** [EC1] Remembers blocks for « Extrait cité » in another document, and says how one goes on. */
export function QuoteElsewhere({ editor, edited, given: { blocks }, onClose }: EditorDialogProps) {
  const toast = useToast();
  const account = useAccount();
  const { id: documentId } = edited;
  useEffect(() => {
    const isCopied = blocks !== undefined && copyPassage(editor, { account, documentId }, blocks);
    toast({ text: isCopied ? words.copied : words.notCopied });
    onClose();
    editor.commands.focus();
  }, [editor, account, documentId, blocks, toast, onClose]);
  return null;
}
