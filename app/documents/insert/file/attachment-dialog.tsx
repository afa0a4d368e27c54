import { useEffect, useRef } from 'react';
import { useSay } from '../../../ui/announcer.tsx';
import { pickFiles } from '../../../ui/pick-files.ts';
import type { EditorDialogProps } from '../../editor/editor-dialog.ts';
import { attachFiles } from './attach-files.ts';

/** The system's own window, and then nothing more to ask: what was chosen stands in the text while it is sent. */
export function AttachmentDialog({ editor, edited, onClose }: EditorDialogProps) {
  const say = useSay();
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    void pickFiles().then((files) => {
      onClose();
      if (!editor.isDestroyed) attachFiles(editor, edited, files, say);
    });
  }, [editor, edited, onClose, say]);
  return null;
}
