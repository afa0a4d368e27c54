import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { Braces, Columns2, ListCollapse, SquareMinus, SquarePlus, Tag, UserRound } from 'lucide-react';
import { CALLOUTS, LANGUAGES, readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { editor as words } from '#shared/documents/editor/editor.fr.ts';
import { documentOutcomes } from '#shared/documents/outcome/document-outcomes.fr.ts';
import type { MenuAction } from '../../ui/late/menu.tsx';
import type { OpenDialog } from '../editor/editor-dialogs.ts';
import { later } from '../editor/later.ts';
import { CALLOUT_ICONS } from './callout-icons.ts';
import { MOST_COLUMNS, setColumnCount, unwrapCallout } from './container-blocks.ts';

/** A block whose menu is opened. */
export interface KindOfBlock {
  readonly editor: Editor;
  readonly node: Node;
  /** Where it begins. */
  readonly at: number;
  readonly open: OpenDialog;
}

const CHOSEN = { chosen: words.chosen };

type Actions = (block: KindOfBlock) => readonly MenuAction[];

/** What the menu of a block offers beside what all have, by the name of its node. */
const OF_KIND: Readonly<Record<string, Actions>> = {
  action: ({ node, open }) => {
    const { id } = readAttrs('action', node.attrs);
    if (id === null) return [];
    return [
      {
        id: 'assign',
        label: documentOutcomes.assign,
        icon: UserRound,
        startsGroup: true,
        onAction: () => later(() => open('action', { actionId: id })),
      },
    ];
  },
  callout: (block) => [
    {
      id: 'kind',
      label: words.kinds.callout,
      icon: Tag,
      startsGroup: true,
      onAction: () => undefined,
      actions: CALLOUTS.map((kind) => ({
        id: kind,
        label: documentBlocks.callouts[kind],
        icon: CALLOUT_ICONS[kind],
        ...(readAttrs('callout', block.node.attrs).kind === kind && CHOSEN),
        onAction: () => later(() => setAttribute(block, 'kind', kind)),
      })),
    },
    inside(block, 'unwrap', words.kinds.calloutRemove, SquareMinus, unwrapCallout),
  ],
  columns: (block) => {
    const count = block.node.childCount;
    const change = (id: string, label: string, icon: typeof Tag, wanted: number) =>
      inside(block, id, label, icon, (editor) => setColumnCount(editor, wanted));
    return [
      ...(count < MOST_COLUMNS ? [change('add', words.kinds.columnAdd, SquarePlus, count + 1)] : []),
      ...(count > 2 ? [change('remove', words.kinds.columnRemove, SquareMinus, count - 1)] : []),
      change('flat', words.kinds.columnsRemove, Columns2, 1),
    ];
  },
  details: (block) => [
    inside(block, 'unfold', words.kinds.detailsRemove, ListCollapse, (editor) =>
      editor.chain().focus().unsetDetails().run(),
    ),
  ],
  codeBlock: (block) => [
    {
      id: 'language',
      label: words.kinds.language,
      icon: Braces,
      startsGroup: true,
      onAction: () => undefined,
      actions: [null, ...LANGUAGES].map((language) => ({
        id: language ?? 'none',
        label: language === null ? words.kinds.noLanguage : documentBlocks.languages[language],
        ...(readAttrs('codeBlock', block.node.attrs).language === language && CHOSEN),
        onAction: () => later(() => setAttribute(block, 'language', language)),
      })),
    },
  ],
};

/** What the menu of this block offers beside what all have. */
export function kindActions(block: KindOfBlock): readonly MenuAction[] {
  return OF_KIND[block.node.type.name]?.(block) ?? [];
}

function setAttribute({ editor, at }: KindOfBlock, name: string, value: unknown): void {
  editor.view.dispatch(editor.state.tr.setNodeAttribute(at, name, value));
  editor.commands.focus();
}

/** Something that is done from inside the block. */
function inside(
  { editor, at }: KindOfBlock,
  id: string,
  label: string,
  icon: typeof Tag,
  run: (editor: Editor) => boolean,
): MenuAction {
  return {
    id,
    label,
    icon,
    onAction: () =>
      later(() => {
        const { tr } = editor.state;
        const { selection } = tr;
        const node = tr.doc.nodeAt(at);
        const isThere = node && selection.from > at && selection.to < at + node.nodeSize;
        if (!isThere) editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))));
        run(editor);
      }),
  };
}
