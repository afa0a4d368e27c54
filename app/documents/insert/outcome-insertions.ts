import type { Editor } from '@tiptap/core';
import { uuidv4 } from 'lib0/random';
import { CircleCheck, Gavel, type LucideIcon } from 'lucide-react';
import type { OutcomeKind } from '#shared/documents/attribute/outcome-kind.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { documentOutcomes as words } from '#shared/documents/outcome/document-outcomes.fr.ts';
import type { Insertion } from '../editor/insertion.ts';

const insertion = (id: OutcomeKind, icon: LucideIcon): Insertion => ({
  id,
  group: 'outcomes',
  label: documentBlocks.outcomes[id],
  keywords: words.keywords[id],
  icon,
  run: (editor) => insertOutcome(editor, id),
});

/** [DA1] Decisions and actions. */
export const outcomeInsertions: readonly Insertion[] = [
  insertion('decision', Gavel),
  insertion('action', CircleCheck),
];

/** The paragraph of the caret becomes one, with its words; where none may stand, one is made under it. */
function insertOutcome(editor: Editor, kind: OutcomeKind): void {
  const id = uuidv4();
  const { parent } = editor.state.selection.$from;
  if (parent.type.name === kind) return;
  if (editor.can().setNode(kind, { id })) {
    editor.chain().focus().setNode(kind, { id }).run();
    return;
  }
  const under = editor.state.selection.$to.after(1);
  editor
    .chain()
    .insertContentAt(under, { type: kind, attrs: { id } })
    .setTextSelection(under + 1)
    .focus()
    .run();
}
