import type { Card } from '#shared/boards/board.ts';
import type { SavedView } from '#shared/boards/view/saved-view.ts';
import { AddColumnDialog } from './column/add-column-dialog.tsx';
import { ArchiveDialog } from './column/archive-dialog.tsx';
import { ExportDialog } from './exchange/export-dialog.tsx';
import { FieldsDialog } from './field/fields-dialog.tsx';
import { LabelsDialog } from './field/labels-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { useBoardWorld } from './parts/board-world.ts';
import { RenameBoardDialog } from './rename-board-dialog.tsx';
import { SaveViewDialog, ViewsDialog } from './view/views-dialog.tsx';

export type BoardDialog =
  | 'addColumn'
  | 'archive'
  | 'export'
  | 'fields'
  | 'help'
  | 'labels'
  | 'manageViews'
  | 'rename'
  | 'saveView';

interface BoardDialogsProps {
  readonly dialog: BoardDialog;
  readonly archived: readonly Card[];
  readonly views: readonly SavedView[];
  readonly onClose: () => void;
}

/** What the menus of a board open: loaded when the first of them is asked for. */
export default function BoardDialogs({ dialog, archived, views, onClose }: BoardDialogsProps) {
  const { board } = useBoardWorld();
  switch (dialog) {
    case 'addColumn':
      return <AddColumnDialog onClose={onClose} />;
    case 'archive':
      return <ArchiveDialog archived={archived} onClose={onClose} />;
    case 'export':
      return <ExportDialog onClose={onClose} />;
    case 'fields':
      return <FieldsDialog onClose={onClose} />;
    case 'help':
      return <HelpDialog onClose={onClose} />;
    case 'labels':
      return <LabelsDialog onClose={onClose} />;
    case 'manageViews':
      return <ViewsDialog views={views} onClose={onClose} />;
    case 'rename':
      return <RenameBoardDialog title={board.title} onClose={onClose} />;
    case 'saveView':
      return <SaveViewDialog onClose={onClose} />;
  }
}
