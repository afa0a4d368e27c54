import { Plugin, PluginKey } from '@tiptap/pm/state';
import { TableMap } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import { setWidth } from './column-width.ts';

const key = new PluginKey('columnResizing');

/** How near to the edge of a column the pointer takes it, in pixels. */
const REACH = 5;

/**
 * Drags the edge of a column. The library's own way of it draws into the table while one drags, where the binding of the shared
 * text looks for changes; here a line shows the edge, and the width is written once, at the end.
 */
export function columnResizing(): Plugin {
  let edge: HTMLElement | null = null;
  return new Plugin({
    key,
    props: {
      handleDOMEvents: {
        mousemove(view, event) {
          if (event.buttons !== 0) return false;
          edge = cellAtEdge(view, event);
          view.dom.classList.toggle('resizes', edge !== null);
          return false;
        },
        mousedown(view, event) {
          if (!edge || event.button !== 0) return false;
          event.preventDefault();
          drag(view, edge);
          return true;
        },
      },
    },
  });
}

/** The cell whose right edge is under the pointer. */
function cellAtEdge(view: EditorView, { target, clientX }: MouseEvent): HTMLElement | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td, th') : null;
  if (!cell || !view.dom.contains(cell)) return null;
  const { left, right } = cell.getBoundingClientRect();
  if (right - clientX < REACH) return cell;
  const before = cell.previousElementSibling;
  return clientX - left < REACH && before instanceof HTMLElement ? before : null;
}

function drag(view: EditorView, cell: HTMLElement): void {
  const { left, width } = cell.getBoundingClientRect();
  const table = cell.closest('table')?.getBoundingClientRect();
  const line = document.createElement('div');
  line.className = 'column-edge';
  const at = (x: number) => {
    line.style.left = `${x}px`;
  };
  Object.assign(line.style, { top: `${table?.top ?? 0}px`, height: `${table?.height ?? 0}px` });
  at(left + width);
  document.body.append(line);
  const listening = new AbortController();
  const end = () => {
    listening.abort();
    line.remove();
    view.dom.classList.remove('resizes');
  };
  const { signal } = listening;
  document.addEventListener('mousemove', ({ clientX }) => at(clientX), { signal });
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && end(), { signal });
  document.addEventListener(
    'mouseup',
    ({ clientX }) => {
      end();
      if (Math.abs(clientX - left - width) > 1) write(view, cell, clientX - left);
    },
    { signal },
  );
}

function write(view: EditorView, cell: HTMLElement, width: number): void {
  if (!view.dom.contains(cell)) return;
  const $cell = view.state.doc.resolve(view.posAtDOM(cell, 0));
  let depth = $cell.depth;
  while (depth > 0 && $cell.node(depth).type.name !== 'table') depth--;
  if (depth === 0) return;
  const map = TableMap.get($cell.node(depth));
  const { right, left } = map.findCell($cell.before(depth + 2) - $cell.start(depth));
  const others = (width / (right - left)) * (right - left - 1);
  view.dispatch(setWidth(view.state.tr, $cell.before(depth), right - 1, width - others));
}
