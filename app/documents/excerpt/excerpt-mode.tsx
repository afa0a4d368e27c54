import { useEffect } from 'react';
import { documentExcerpts as words } from '#shared/documents/excerpt/document-excerpts.fr.ts';
import { useToast } from '../../ui/toast.tsx';
import type { EditorDialogProps } from '../editor/editor-dialog.ts';
import { nameBook } from '../insert/name-book.ts';
import { changeExcerpt } from './ask-excerpts.ts';

/** [EC5] Freezes an excerpt or has it follow its source, and says what came of it. */
export function ExcerptModeChange({ edited, given: { excerptId, mode }, onClose }: EditorDialogProps) {
  const toast = useToast();
  const { id } = edited;
  useEffect(() => {
    if (!excerptId || !mode) return;
    let isWanted = true;
    void changeExcerpt(id, excerptId, { intent: 'mode', mode }).then((refusal) => {
      if (!isWanted) return;
      nameBook.refresh();
      toast({ text: refusal ?? (mode === 'live' ? words.following : words.frozen) });
      onClose();
    });
    return () => {
      isWanted = false;
    };
  }, [id, excerptId, mode, toast, onClose]);
  return null;
}
