import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { insertPoint } from '@tiptap/pm/transform';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';

/** A place in the text that waits for something: where it is now, and in the shared text, where it stays whatever others write. */
interface Place {
  readonly id: number;
  readonly at: number;
  readonly anchor: unknown;
  readonly dom: HTMLElement;
}

type Meta = { readonly add: Place } | { readonly remove: number };

const key = new PluginKey<readonly Place[]>('waitingPlaces');
let next = 0;

/**
 * Places that wait for a file, shown to whoever sends it and to nobody else. What others write redraws the whole text, at which
 * positions are lost: each place is found again by its anchor in the shared text.
 */
export const waitingPlaces = new Plugin<readonly Place[]>({
  key,
  state: {
    init: () => [],
    apply(transaction, places, _old, state) {
      const meta: Meta | undefined = transaction.getMeta(key);
      let kept = transaction.docChanged ? places.map((place) => moved(place, transaction, state)) : places;
      if (meta && 'remove' in meta) kept = kept.filter(({ id }) => id !== meta.remove);
      return meta && 'add' in meta ? [...kept, meta.add] : kept;
    },
  },
  props: {
    decorations(state) {
      const places = key.getState(state) ?? [];
      if (places.length === 0) return null;
      const widgets = places.map(({ id, at, dom }) =>
        Decoration.widget(at, dom, { key: `waiting-${id}`, stopEvent: () => true, ignoreSelection: true }),
      );
      return DecorationSet.create(state.doc, widgets);
    },
  },
});

function moved(place: Place, transaction: Transaction, state: EditorState): Place {
  const { pos, deleted } = transaction.mapping.mapResult(place.at, -1);
  if (!deleted || !isChangeOrigin(transaction)) return { ...place, at: pos };
  const { type, doc, binding } = ySyncPluginKey.getState(state) ?? {};
  const found: number | null =
    binding && place.anchor
      ? relativePositionToAbsolutePosition(doc, type, place.anchor as never, binding.mapping)
      : null;
  const size = state.doc.content.size;
  return { ...place, at: Math.min(found ?? place.at, size) };
}

/** Shows `dom` where a block may stand, at this position or as near as can be; gives the name of the place. */
export function keepPlace(view: EditorView, at: number, dom: HTMLElement): number {
  const { state } = view;
  const id = next++;
  const place = blockPlace(state.doc, at, state);
  const { type, binding } = ySyncPluginKey.getState(state) ?? {};
  const anchor = binding ? absolutePositionToRelativePosition(place, type, binding.mapping) : null;
  const meta: Meta = { add: { id, at: place, anchor, dom } };
  view.dispatch(state.tr.setMeta(key, meta).setMeta('addToHistory', false));
  return id;
}

/** Where this place is now; null when it is no longer kept. */
export function placeOf(view: EditorView, id: number): number | null {
  return key.getState(view.state)?.find((place) => place.id === id)?.at ?? null;
}

export function leavePlace(view: EditorView, id: number): void {
  if (view.isDestroyed) return;
  const meta: Meta = { remove: id };
  view.dispatch(view.state.tr.setMeta(key, meta).setMeta('addToHistory', false));
}

/** Between two blocks: before an empty paragraph, which stays to write on; else after the block that the position is in. */
function blockPlace(doc: Node, at: number, state: EditorState): number {
  const $at = doc.resolve(at);
  if ($at.parent.isTextblock && $at.parent.content.size === 0 && $at.depth > 0) return $at.before();
  const type = state.schema.nodes.attachment;
  const place = $at.parent.isTextblock && $at.depth > 0 ? $at.after() : at;
  return (type && insertPoint(doc, place, type)) ?? place;
}
