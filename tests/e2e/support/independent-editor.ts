/**
 * An editor that knows nothing of ours: Tiptap's starter kit and the stock y-websocket provider, as its documentation shows
 * them. Bundled by `independent-editor.spec.ts`, never part of the product.
 */
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { StarterKit } from '@tiptap/starter-kit';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const room = new URLSearchParams(window.location.search).get('room') ?? '';
const doc = new Y.Doc();
const provider = new WebsocketProvider(`ws://${window.location.host}/collab`, room, doc, { disableBc: true });
provider.once('sync', () => {
  new Editor({
    element: document.body,
    extensions: [StarterKit.configure({ undoRedo: false }), Collaboration.configure({ document: doc })],
    editorProps: { attributes: { 'aria-label': 'Autre éditeur', role: 'textbox' } },
  });
});
