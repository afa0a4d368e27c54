import type { Editor } from '@tiptap/core';
import type { EditedDocument } from './editor-dialog.ts';
import type { OpenDialog } from './editor-dialogs.ts';
import { INSERTIONS } from './insertions.ts';
import { Inserts } from './inserts/inserts.tsx';
import { SlashMenu } from './slash-menu.tsx';

export const insertions = INSERTIONS;

/** What comes to the text once somebody is about to write in it. Loaded then. */
export function WritingTools(tools: { editor: Editor; edited: EditedDocument; open: OpenDialog }) {
  const { editor, open } = tools;
  return (
    <>
      <SlashMenu editor={editor} open={open} />
      <Inserts {...tools} />
    </>
  );
}
