import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { ArrowDown, ArrowUp, Copy, Link, Quote, RefreshCw, Trash2 } from 'lucide-react';
import { editor as words } from '#shared/documents/editor/editor.fr.ts';
import type { MenuAction } from '../../ui/late/menu.tsx';
import type { OpenDialog } from '../editor/editor-dialogs.ts';
import { INSERTIONS } from '../editor/insertions.ts';
import { later } from '../editor/later.ts';
import { printKeys } from '../editor/print-keys.ts';
import { deleteBlock, duplicateBlock } from './block-changes.ts';
import { type BlockRange, topBlocks } from './block-range.ts';
import { kindActions } from './kind-actions.ts';
import { type Direction, type Moved, moveBlock } from './move-block.ts';

/** How what was done is told: aloud, and at the foot of the page with the way back. */
export interface Voice {
  readonly say: (text: string) => void;
  readonly tell: (notice: {
    readonly text: string;
    readonly action?: { readonly label: string; readonly onPress: () => void };
  }) => void;
}

export const BLOCK_KEYS = {
  up: 'Alt+Shift+ArrowUp',
  down: 'Alt+Shift+ArrowDown',
  duplicate: 'Mod+Shift+D',
  menu: 'Alt+Enter',
} as const;

/** What a block may become, in the order of the list of insertions. */
const BECOMES = new Set([
  'paragraph',
  'heading-2',
  'heading-3',
  'heading-4',
  'bullet-list',
  'ordered-list',
  'task-list',
  'quote',
  'code',
  'callout-info',
  'details',
]);

interface Block {
  readonly editor: Editor;
  readonly range: BlockRange;
  readonly open: OpenDialog;
  readonly voice: Voice;
}

/** [D23] What can be done with these blocks; the same in the menu of the handle, of the toolbar and of the keyboard. */
export function blockActions(block: Block): readonly MenuAction[] {
  const { editor, range, open, voice } = block;
  const { parent, start, end } = range;
  const only = end - start === 1 ? parent.child(start) : null;
  return [
    {
      id: 'up',
      label: words.block.up,
      icon: ArrowUp,
      keys: printKeys(BLOCK_KEYS.up),
      isDisabled: start === 0,
      onAction: () => later(() => move(editor, voice, 'up', range)),
    },
    {
      id: 'down',
      label: words.block.down,
      icon: ArrowDown,
      keys: printKeys(BLOCK_KEYS.down),
      isDisabled: end === parent.childCount,
      onAction: () => later(() => move(editor, voice, 'down', range)),
    },
    ...(only && mayBecome(only)
      ? [
          {
            id: 'become',
            label: words.block.become,
            icon: RefreshCw,
            onAction: () => undefined,
            actions: becoming(block),
          },
        ]
      : []),
    ...(only ? kindActions({ editor, node: only, at: range.from, open }) : []),
    {
      id: 'duplicate',
      label: words.block.duplicate,
      icon: Copy,
      keys: printKeys(BLOCK_KEYS.duplicate),
      startsGroup: true,
      onAction: () => later(() => duplicate(editor, voice, range)),
    },
    {
      id: 'quote',
      label: words.block.quote,
      icon: Quote,
      onAction: () => open('quoteElsewhere', { blocks: topBlocks(editor, range) }),
    },
    ...(only?.type.name === 'heading' ? [copyLink(editor, range.from, voice)] : []),
    {
      id: 'delete',
      label: words.block.delete,
      icon: Trash2,
      onAction: () => later(() => remove(editor, voice, range)),
    },
  ];
}

/** Moves a block, and says where it stands now. */
export function move(editor: Editor, voice: Voice, direction: Direction, range?: BlockRange): void {
  const moved: Moved | null = moveBlock(editor, direction, range);
  editor.commands.focus(null, { scrollIntoView: false });
  if (!moved) voice.say(direction === 'up' ? words.block.first : words.block.last);
  else voice.say(words.block.moved(direction, moved.rank, moved.count));
}

export function duplicate(editor: Editor, voice: Voice, range: BlockRange): void {
  duplicateBlock(editor, range);
  voice.say(words.block.duplicated);
}

function remove(editor: Editor, voice: Voice, range: BlockRange): void {
  const undo = deleteBlock(editor, range);
  voice.tell({ text: words.block.deleted, action: { label: words.undo, onPress: undo } });
}

function mayBecome(node: Node): boolean {
  return node.isTextblock || ['listItem', 'taskItem', 'blockquote'].includes(node.type.name);
}

function becoming({ editor, range, open }: Block): readonly MenuAction[] {
  return INSERTIONS.filter(({ id }) => BECOMES.has(id)).map((insertion) => ({
    id: insertion.id,
    label: insertion.id === 'callout-info' ? words.block.callout : insertion.label,
    icon: insertion.icon,
    onAction: () =>
      later(() => {
        const { tr } = editor.state;
        const [first, last] = [tr.doc.resolve(range.from + 1), tr.doc.resolve(range.to - 1)];
        editor.view.dispatch(tr.setSelection(TextSelection.between(first, last)));
        if (insertion.group === 'text') leaveLists(editor);
        insertion.run(editor, open);
      }),
  }));
}

/** A title or a paragraph is none inside a list or a quotation: it comes out first. */
function leaveLists(editor: Editor): void {
  for (const item of ['listItem', 'taskItem']) while (editor.commands.liftListItem(item));
  while (editor.isActive('blockquote') && editor.commands.lift('blockquote'));
}

function copyLink(editor: Editor, at: number, voice: Voice): MenuAction {
  return {
    id: 'copy-link',
    label: words.block.copyLink,
    icon: Link,
    onAction: () =>
      later(async () => {
        const heading = editor.view.nodeDOM(at);
        const id = heading instanceof HTMLElement ? heading.id : '';
        const { origin, pathname } = window.location;
        editor.commands.focus();
        try {
          await navigator.clipboard.writeText(`${origin}${pathname}#${id}`);
          voice.tell({ text: words.block.linkCopied });
        } catch {
          voice.tell({ text: words.block.linkRefused(`${origin}${pathname}#${id}`) });
        }
      }),
  };
}
