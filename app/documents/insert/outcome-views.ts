import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView, NodeViewConstructor } from '@tiptap/pm/view';
import { readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { type OutcomeKind, outcomeAnchor } from '#shared/documents/attribute/outcome-kind.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { documentOutcomes as words } from '#shared/documents/outcome/document-outcomes.fr.ts';
import type { NamedObject } from '#shared/documents/text/object-names.ts';
import { tickBox } from './action-tick.ts';
import { dialogDoor } from './dialog-door.ts';
import { nameBook } from './name-book.ts';

/** [DA1] A decision or an action as it is written: its words, and around them what is known of it elsewhere. */
export const outcomeView =
  (kind: OutcomeKind): NodeViewConstructor =>
  (first, view) => {
    const [dom, label, contentDOM, facts] = [
      document.createElement('div'),
      aside('outcome-label'),
      document.createElement('p'),
      aside('outcome-facts'),
    ];
    dom.className = 'outcome';
    dom.dataset.kind = kind;
    contentDOM.className = 'outcome-text';
    dom.append(label, contentDOM, facts);
    let node: Node = first;
    // What is pressed stays in its place while the words beside it change: the focus is on it.
    const [name, said] = [document.createElement('span'), document.createElement('span')];
    const id = () => idOf(node);
    const tick = kind === 'action' ? tickBox(id, (why) => said.replaceChildren(why)) : null;
    const assign = kind === 'action' ? assignButton(id, view) : null;
    label.append(...(tick ? [tick.box] : []), name);
    facts.append(said, ...(assign ? [assign] : []));
    const draw = () => {
      const own = id();
      dom.id = own === null ? '' : outcomeAnchor(own);
      const named = own === null ? null : nameBook.look({ kind, id: own }, draw).named;
      dom.dataset.state = named?.state ?? '';
      name.textContent = named?.name ?? documentBlocks.outcomes[kind];
      tick?.show({ isDone: named?.state === 'done', canTick: named?.canTick ?? false });
      said.replaceChildren(...factsOf(kind, named, node.textContent));
      if (assign) assign.hidden = !named?.canTick;
      contentDOM.dataset.hint = node.content.size === 0 ? words.placeholder[kind] : '';
    };
    draw();
    return {
      dom,
      contentDOM,
      update(next) {
        if (next.type !== first.type) return false;
        node = next;
        draw();
        return true;
      },
      stopEvent: ({ target }) => target instanceof Element && target.closest('a, input, button') !== null,
      // The hint stands on what is typed in: taken for typing, it would have the block drawn anew, and whoever is in it lose the focus.
      ignoreMutation: (mutation) =>
        mutation.type === 'attributes' ||
        (mutation.type !== 'selection' && !contentDOM.contains(mutation.target)),
      destroy: () => nameBook.leave(draw),
    } satisfies NodeView;
  };

function idOf(node: Node): string | null {
  return readAttrs('decision', node.attrs).id;
}

/** A line that is ours and is not typed in. */
function aside(className: string): HTMLElement {
  const line = document.createElement('p');
  line.className = className;
  line.contentEditable = 'false';
  return line;
}

/** Opens the dialog of who does an action and until when. */
function assignButton(id: () => string | null, view: EditorView): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn quiet sm';
  button.textContent = words.assign;
  button.addEventListener('click', () => {
    const actionId = id();
    if (actionId !== null) dialogDoor.of(view)('action', { actionId });
  });
  return button;
}

function factsOf(
  kind: OutcomeKind,
  named: NamedObject | null | undefined,
  text: string,
): (globalThis.Node | string)[] {
  // Not known yet is not nothing: the place is kept until the answer is here.
  if (named === undefined) return [words.loading];
  if (named === null) return [words.coming[kind]];
  const parts: (globalThis.Node | string)[] = named.detail ? [named.detail] : [];
  if (named.href) {
    const link = document.createElement('a');
    link.href = named.href;
    // From the text, one leaves it in another tab.
    link.target = '_blank';
    link.textContent = kind === 'decision' ? words.openDecision : words.openCard;
    link.ariaLabel = `${link.textContent}, ${text}`;
    parts.push(...(parts.length > 0 ? [' · '] : []), link);
  }
  return parts;
}
