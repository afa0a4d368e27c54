import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import {
  AtSign,
  CalendarDays,
  CircleDot,
  Link2,
  type LucideIcon,
  MessageSquareQuote,
  Paperclip,
  Radical,
  Sigma,
  SquarePlay,
  Superscript,
} from 'lucide-react';
import { documentInsertions as words } from '#shared/documents/insert/document-insertions.fr.ts';
import type { Insertion } from '../editor/insertion.ts';
import { insertStatus } from './insert-status.ts';
import { callList } from './object-plugin.ts';

const insertion = (
  id: keyof typeof words.insertions,
  group: Insertion['group'],
  icon: LucideIcon,
  run: Insertion['run'],
): Insertion => ({ id, group, label: words.insertions[id], keywords: words.keywords[id], icon, run });

/** Excerpts, people, pages, dates, notes, formulas, files and videos. */
export const insertInsertions: readonly Insertion[] = [
  insertion('attachment', 'media', Paperclip, (_editor, open) => open('attachment')),
  insertion('video', 'media', SquarePlay, (_editor, open) => open('video')),
  insertion('blockMath', 'media', Sigma, (_editor, open) => open('formula', { isBlock: true })),
  insertion('excerpt', 'text', MessageSquareQuote, (_editor, open) => open('excerpt')),
  insertion('mention', 'inline', AtSign, (editor) => callList(editor, 'mentions')),
  insertion('reference', 'inline', Link2, (editor) => callList(editor, 'pages')),
  insertion('date', 'inline', CalendarDays, (_editor, open) => open('date')),
  insertion('status', 'inline', CircleDot, insertStatus),
  insertion('footnote', 'inline', Superscript, insertFootnote),
  insertion('inlineMath', 'inline', Radical, (_editor, open) => open('formula', { isBlock: false })),
];

/** [D13] A note at the caret, after what is selected; the caret goes inside it. */
function insertFootnote(editor: Editor): void {
  const { footnote } = editor.schema.nodes;
  const { $to } = editor.state.selection;
  if (!footnote || $to.parent.type === footnote) return;
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      tr.insert($to.pos, footnote.create());
      tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1));
      return true;
    })
    .run();
}
