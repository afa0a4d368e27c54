import {
  Archive,
  Columns3,
  Download,
  Ellipsis,
  Filter,
  Keyboard,
  ListPlus,
  Pencil,
  Tags,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { useSubmit } from 'react-router';
import type { Card } from '#shared/board/board.ts';
import type { SavedView } from '#shared/board/saved-view.ts';
import { board as words } from '#shared/messages/fr/board.ts';
import { boardExchange } from '#shared/messages/fr/board-exchange.ts';
import { boardFields } from '#shared/messages/fr/board-fields.ts';
import { boardPage } from '#shared/messages/fr/board-page.ts';
import type { MenuAction } from '../ui/menu.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import { AddColumnDialog } from './add-column-dialog.tsx';
import { ArchiveDialog } from './archive-dialog.tsx';
import { useBoardWorld } from './board-world.ts';
import { ExportDialog } from './export-dialog.tsx';
import { FieldsDialog } from './fields-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { HistoryButtons, useHistoryEntries } from './history-buttons.tsx';
import { LabelsDialog } from './labels-dialog.tsx';
import { LayoutSwitch } from './layout-switch.tsx';
import { RenameBoardDialog } from './rename-board-dialog.tsx';
import { ViewsMenu } from './views-menu.tsx';

type Dialog = 'addColumn' | 'archive' | 'export' | 'fields' | 'help' | 'labels' | 'rename';

interface BoardHeaderProps {
  readonly archived: readonly Card[];
  readonly views: readonly SavedView[];
  readonly isFilterOpen: boolean;
  readonly onFilter: () => void;
  readonly canTrash: boolean;
}

/** Title of the board, the filter, and the menu of everything else. */
export function BoardHeader({ archived, views, isFilterOpen, onFilter, canTrash }: BoardHeaderProps) {
  const { board, edit } = useBoardWorld();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const submit = useSubmit();
  const historyEntries = useHistoryEntries();
  const close = () => setDialog(null);
  const entry = (id: Dialog, label: string, icon: MenuAction['icon']): MenuAction => ({
    id,
    label,
    ...(icon && { icon }),
    onAction: () => setDialog(id),
  });
  const actions: MenuAction[] = [
    ...historyEntries,
    ...(edit
      ? [
          { ...entry('addColumn', words.addColumn, Columns3), startsGroup: true },
          entry('labels', boardPage.manageLabels, Tags),
          entry('fields', boardFields.manage, ListPlus),
        ]
      : []),
    entry('archive', words.archive, Archive),
    entry('export', boardExchange.export, Download),
    entry('help', boardPage.help, Keyboard),
    ...(edit ? [{ ...entry('rename', boardPage.renameBoard, Pencil), startsGroup: true }] : []),
    ...(canTrash
      ? [
          {
            id: 'trash',
            label: boardPage.trashBoard,
            icon: Trash2,
            onAction: () => submit({ intent: 'trash' }, { method: 'post' }),
          },
        ]
      : []),
  ];
  return (
    <div className="boardhead row nowrap">
      <h1>{board.title}</h1>
      <LayoutSwitch />
      <span className="row nowrap push">
        {edit && <HistoryButtons edit={edit} />}
        <ViewsMenu views={views} />
        <button className="btn sm" type="button" aria-expanded={isFilterOpen} onClick={onFilter}>
          <Filter className="icon" aria-hidden="true" />
          {boardPage.filter}
        </button>
        <MenuButton className="btn sm icon-only" label={boardPage.boardActions} actions={actions}>
          <Ellipsis className="icon" aria-hidden="true" />
        </MenuButton>
      </span>
      {dialog === 'addColumn' && <AddColumnDialog onClose={close} />}
      {dialog === 'archive' && <ArchiveDialog archived={archived} onClose={close} />}
      {dialog === 'fields' && <FieldsDialog onClose={close} />}
      {dialog === 'export' && <ExportDialog onClose={close} />}
      {dialog === 'help' && <HelpDialog onClose={close} />}
      {dialog === 'labels' && <LabelsDialog onClose={close} />}
      {dialog === 'rename' && <RenameBoardDialog title={board.title} onClose={close} />}
    </div>
  );
}
