import {
  Archive,
  Columns3,
  Download,
  Ellipsis,
  Eye,
  Filter,
  Keyboard,
  ListPlus,
  Pencil,
  Tags,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useSubmit } from 'react-router';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Card } from '#shared/boards/board.ts';
import { boardFields } from '#shared/boards/board-fields.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import type { SavedView } from '#shared/boards/view/saved-view.ts';
import { paths } from '#shared/paths.ts';
import type { MenuAction } from '../ui/late/menu.tsx';
import { MenuButton } from '../ui/late/menu-button.tsx';
import type { BoardDialog } from './board-dialogs.tsx';
import { HistoryButtons, useHistoryEntries } from './history/history-buttons.tsx';
import { LateDialog } from './late-dialog.tsx';
import { useBoardWorld } from './parts/board-world.ts';
import { LayoutSwitch } from './view/layout-switch.tsx';
import { ViewsMenu } from './view/views-menu.tsx';

const loadDialogs = () => import('./board-dialogs.tsx');

interface BoardHeaderProps {
  readonly archived: readonly Card[];
  readonly views: readonly SavedView[];
  readonly isFilterOpen: boolean;
  readonly onFilter: () => void;
  readonly canTrash: boolean;
  readonly follows: string;
}

/** Title of the board, the filter, and the menu of everything else. */
export function BoardHeader({
  archived,
  views,
  isFilterOpen,
  onFilter,
  canTrash,
  follows,
}: BoardHeaderProps) {
  const { board, edit } = useBoardWorld();
  const [dialog, setDialog] = useState<BoardDialog | null>(null);
  const submit = useSubmit();
  const navigate = useNavigate();
  const historyEntries = useHistoryEntries();
  const entry = (id: BoardDialog, label: string, icon: MenuAction['icon']): MenuAction => ({
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
    entry('export', boardPage.export, Download),
    entry('help', boardPage.help, Keyboard),
    {
      id: 'watch',
      label: follows,
      icon: Eye,
      onAction: () => void navigate(paths.notificationWatch('board', board.id)),
    },
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
        <ViewsMenu views={views} onOpen={setDialog} />
        <button className="btn sm" type="button" aria-expanded={isFilterOpen} onClick={onFilter}>
          <Filter className="icon" aria-hidden="true" />
          {boardPage.filter}
        </button>
        <MenuButton className="btn sm icon-only" label={boardPage.boardActions} actions={actions}>
          <Ellipsis className="icon" aria-hidden="true" />
        </MenuButton>
      </span>
      {dialog && (
        <LateDialog load={loadDialogs} props={{ dialog, archived, views, onClose: () => setDialog(null) }} />
      )}
    </div>
  );
}
