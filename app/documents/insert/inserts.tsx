import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';
import { useSay } from '../../ui/announcer.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { EditedDocument } from '../editor/editor-dialog.ts';
import type { OpenDialog } from '../editor/editor-dialogs.ts';
import { excerptGuard } from '../excerpt/excerpt-guard.ts';
import { addLatePlugins } from '../writing/late-plugins.ts';
import { arrivals } from './arrivals.ts';
import { attachFiles } from './file/attach-files.ts';
import { footnoteTyping } from './footnote-typing.ts';
import { NodeBar } from './node-bar.tsx';
import { ObjectMenu } from './object-menu.tsx';
import { outcomeIds } from './outcome-ids.ts';
import { pasteWithImages } from './paste-with-images.ts';

interface InsertsProps {
  readonly editor: Editor;
  readonly edited: EditedDocument;
  readonly open: OpenDialog;
}

/** What comes into the text beside typing: people and pages by their signs, files and pages pasted or dropped; and their bar. */
export function Inserts({ editor, edited, open }: InsertsProps) {
  const say = useSay();
  const toast = useToast();
  const now = useRef({ edited, open, say, toast });
  now.current = { edited, open, say, toast };
  useEffect(() => {
    addLatePlugins(editor, [
      footnoteTyping,
      outcomeIds(),
      excerptGuard(),
      arrivals(editor, {
        images: (files, at) => now.current.open('image', { files, ...(at !== null && { at }) }),
        files: (files, at) => attachFiles(editor, now.current.edited, files, now.current.say, at),
        withImages: (paste) =>
          void pasteWithImages(editor, now.current.edited, paste, (text) => {
            now.current.toast({ text });
          }),
        notice: (text, action) => now.current.toast({ text, ...(action && { action }) }),
      }),
    ]);
  }, [editor]);
  return (
    <>
      <ObjectMenu editor={editor} documentId={edited.id} />
      <NodeBar editor={editor} edited={edited} open={open} />
    </>
  );
}
