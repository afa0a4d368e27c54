import type { Editor } from '@tiptap/core';
import type { RefObject } from 'react';
import { editor as words } from '#shared/documents/editor/editor.fr.ts';
import { AnchoredMenu } from '../../ui/late/menu.tsx';
import type { OpenDialog } from '../editor/editor-dialogs.ts';
import { blockActions, type Voice } from './block-actions.ts';
import type { BlockRange } from './block-range.ts';

/** How a block is called in the name of its menu. */
export function blockName({ parent, start, end }: BlockRange): string {
  if (end - start > 1) return words.severalBlocks(end - start);
  return words.blockNames[parent.child(start).type.name] ?? words.blockNames.paragraph ?? '';
}

/** The menu of a block, under what was pressed for it. */
export function BlockMenu({
  editor,
  range,
  anchor,
  open,
  voice,
  onClose,
}: {
  editor: Editor;
  range: BlockRange | null;
  anchor: RefObject<HTMLElement | null>;
  open: OpenDialog;
  voice: Voice;
  onClose: () => void;
}) {
  return (
    <AnchoredMenu
      label={range ? words.blockMenuOf(blockName(range)) : words.blockMenu}
      actions={range ? blockActions({ editor, range, open, voice }) : []}
      anchor={anchor}
      isOpen={range !== null}
      onClose={onClose}
    />
  );
}
