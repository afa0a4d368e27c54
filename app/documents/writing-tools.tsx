import type { Editor } from '@tiptap/core';
import type { OpenDialog } from './editor-dialogs.ts';
import { INSERTIONS } from './insertions.ts';
import { SlashMenu } from './slash-menu.tsx';

export const insertions = INSERTIONS;

/** What comes to the text once somebody is about to write in it. Loaded then. */
export function WritingTools({ editor, open }: { editor: Editor; open: OpenDialog }) {
  return <SlashMenu editor={editor} open={open} />;
}
