import { type AnyExtension, type KeyboardShortcutCommand, Node } from '@tiptap/core';
import { OUTCOME_KINDS, type OutcomeKind } from '../attribute/outcome-kind.ts';
import { blockMarkup } from '../text/block-markup.ts';
import { attributesOf, drawn } from '../text/schema-attributes.ts';

/** [DA1] Decisions and actions: one line of text each, under an id that no other block has. */
export const outcomeNodes: readonly AnyExtension[] = OUTCOME_KINDS.map((name) =>
  Node.create({
    name,
    group: 'block',
    content: 'inline*',
    defining: true,
    addAttributes: () => attributesOf(name, { id: ({ dataset }) => dataset.id }),
    parseHTML: () => [
      {
        tag: `div.outcome[data-kind="${name}"]`,
        contentElement: (element) => element.querySelector<HTMLElement>(':scope > .outcome-text') ?? element,
      },
    ],
    renderHTML: ({ node }) => drawn(blockMarkup[name], name, node),
    addKeyboardShortcuts: () => ({ Enter: writeUnder(name), Backspace: takeBack(name) }),
  }),
);

/** What follows is a paragraph: cut in two, a block would be two objects of one id. */
function writeUnder(name: OutcomeKind): KeyboardShortcutCommand {
  return ({ editor }) => {
    const { $from } = editor.state.selection;
    const { paragraph } = editor.schema.nodes;
    if ($from.parent.type.name !== name || !paragraph) return false;
    return editor.commands.command(({ tr }) => {
      tr.deleteSelection();
      tr.split(tr.selection.from, 1, [{ type: paragraph }]).scrollIntoView();
      return true;
    });
  };
}

/** At its beginning, it becomes a paragraph again. */
function takeBack(name: OutcomeKind): KeyboardShortcutCommand {
  return ({ editor }) => {
    const { $from, empty } = editor.state.selection;
    if (!empty || $from.parent.type.name !== name || $from.parentOffset > 0) return false;
    return editor.commands.setParagraph();
  };
}
