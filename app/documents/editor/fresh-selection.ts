import { Extension } from '@tiptap/core';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { WebsocketProvider } from 'y-websocket';
import { MESSAGE } from '#shared/realtime/realtime.ts';

/**
 * [D33] Makes the editor look where the caret is before it acts on it. The browser moves the caret at once (Home, an arrow) and
 * says so a moment later: on a busy page, after the next key, which would make the wrong words bold; or after something was
 * drawn anew, which would put the caret back where it was.
 */
export const FreshSelection = Extension.create<{ provider: WebsocketProvider | null }>({
  name: 'freshSelection',
  addOptions: () => ({ provider: null }),
  dispatchTransaction({ transaction, next }) {
    const saysNothing = !transaction.docChanged && !transaction.selectionSet && !transaction.storedMarksSet;
    next(saysNothing ? onFreshState(transaction, this.editor.view) : transaction);
  },
  addProseMirrorPlugins() {
    const { provider } = this.options;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown(view) {
              readCaret(view);
              return false;
            },
          },
        },
        view: (view) => (provider ? { destroy: readBeforeChanges(provider, view) } : {}),
      }),
    ];
  },
});

/** Says early what the browser is about to say. */
function readCaret(view: EditorView): void {
  if (view.composing || !view.hasFocus()) return;
  view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}

/** A transaction that only says something to plugins (the carets of others have moved), made again on what is found now. */
function onFreshState(transaction: Transaction, view: EditorView): Transaction {
  const before = view.state;
  readCaret(view);
  if (view.state === before) return transaction;
  const { meta } = transaction as unknown as { readonly meta: object };
  return Object.assign(view.state.tr, { meta });
}

/** Before the change, not inside it: what is found then must not be taken for what somebody else wrote. */
function readBeforeChanges({ messageHandlers: handlers }: WebsocketProvider, view: EditorView): () => void {
  const apply = handlers[MESSAGE.sync];
  if (!apply) return () => undefined;
  handlers[MESSAGE.sync] = (...message) => {
    readCaret(view);
    apply(...message);
  };
  return () => {
    handlers[MESSAGE.sync] = apply;
  };
}
