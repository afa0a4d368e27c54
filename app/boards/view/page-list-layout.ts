import type { DropTarget } from 'react-aria-components';
import { ListLayout } from 'react-aria-components';

/**
 * A virtual list that scrolls with what is around it instead of in a box of its own. React Aria adds the visible offset to
 * a point that is already counted from the top of the list, because it expects the list itself to scroll: taken back here.
 */
export class PageListLayout<T> extends ListLayout<T> {
  override getDropTargetFromPoint(
    x: number,
    y: number,
    isValidDropTarget: (target: DropTarget) => boolean,
  ): DropTarget | null {
    const { visibleRect } = this.virtualizer ?? { visibleRect: { x: 0, y: 0 } };
    return super.getDropTargetFromPoint(x - visibleRect.x, y - visibleRect.y, isValidDropTarget);
  }
}
