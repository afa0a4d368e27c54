import { Bookmark, BookmarkPlus, ListChecks } from 'lucide-react';
import { boardFields } from '#shared/boards/board-fields.fr.ts';
import { boardStructure as words } from '#shared/boards/board-structure.fr.ts';
import { savedQuery } from '#shared/boards/view/board-address.ts';
import type { SavedView } from '#shared/boards/view/saved-view.ts';
import type { MenuAction } from '../../ui/late/menu.tsx';
import { MenuButton } from '../../ui/late/menu-button.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { useBoardAddress } from '../parts/use-board-address.ts';

/** The views that the group named: to go to one, to name the present one, to put them in order. */
export function ViewsMenu({
  views,
  onOpen,
}: {
  views: readonly SavedView[];
  onOpen: (dialog: 'saveView' | 'manageViews') => void;
}) {
  const { edit } = useBoardWorld();
  const { params, change } = useBoardAddress();
  const here = savedQuery(params);
  const go = (id: string, label: string, query: string): MenuAction => ({
    id,
    label,
    ...(savedQuery(new URLSearchParams(query)) === here && { chosen: words.currentView }),
    onAction: () => change(new URLSearchParams(query)),
  });
  const actions: MenuAction[] = [
    go('whole', words.wholeBoard, ''),
    ...views.map(({ id, name, query }) => go(`view ${id}`, name || boardFields.unnamed, query)),
    ...(edit
      ? [
          {
            id: 'save',
            label: words.saveView,
            icon: BookmarkPlus,
            startsGroup: true,
            onAction: () => onOpen('saveView'),
          },
          {
            id: 'manage',
            label: words.manageViews,
            icon: ListChecks,
            isDisabled: views.length === 0,
            onAction: () => onOpen('manageViews'),
          },
        ]
      : []),
  ];
  return (
    <MenuButton className="btn sm views-button" label={words.viewsOf} actions={actions}>
      <Bookmark className="icon" aria-hidden="true" />
      <span>{words.views}</span>
    </MenuButton>
  );
}
