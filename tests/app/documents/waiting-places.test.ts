// @vitest-environment happy-dom
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { uploadCard } from '#app/documents/insert/file/upload-card.ts';
import { keepPlace, leavePlace, placeOf, waitingPlaces } from '#app/documents/insert/waiting-places.ts';
import { appendBlocks, DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { documentExtensions } from '#shared/documents/text/document-schema.ts';

const opened: Editor[] = [];
afterEach(() => {
  for (const editor of opened.splice(0)) editor.destroy();
});

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

function editorOf(doc: Y.Doc): Editor {
  const element = document.createElement('div');
  document.body.append(element);
  const editor = new Editor({
    element,
    injectCSS: false,
    extensions: [...documentExtensions, Collaboration.configure({ document: doc, field: DOCUMENT_FRAGMENT })],
  });
  editor.registerPlugin(waitingPlaces);
  opened.push(editor);
  return editor;
}

describe('[D19] while a file is sent', () => {
  it('its place follows its text whatever others write, and nobody else sees it', () => {
    const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
    appendBlocks(mine, { blocks: [paragraph('Avant'), paragraph('Ici'), paragraph('Après')] });
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    const [{ view }, other] = [editorOf(mine), editorOf(theirs)];
    const dom = document.createElement('div');
    dom.textContent = 'photo.jpg';
    const place = keepPlace(view, 'Avant'.length + 4, dom);
    const textBefore = () => view.state.doc.resolve(placeOf(view, place) ?? -1).nodeBefore?.textContent;
    expect(textBefore()).toBe('Ici');

    other.commands.insertContentAt(0, [paragraph('Un titre'), paragraph('Une suite')]);
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    expect(view.state.doc.childCount).toBe(5);
    expect(textBefore()).toBe('Ici');
    expect(view.dom.contains(dom)).toBe(true);

    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    expect(other.view.dom.textContent).not.toContain('photo.jpg');
    leavePlace(view, place);
    expect(view.dom.contains(dom)).toBe(false);
    expect(placeOf(view, place)).toBeNull();
  });

  it('its progress, the way to cancel and the reason of a refusal stand there', () => {
    const doors = { onCancel: vi.fn(), onDismiss: vi.fn() };
    const card = uploadCard('photo.jpg', doors);
    card.progress(40);
    expect(card.dom.querySelector('progress')?.value).toBe(40);
    card.dom.querySelector('button')?.click();
    expect(doors.onCancel).toHaveBeenCalledOnce();

    card.refuse('Ce fichier est vide.', null);
    expect(card.dom.getAttribute('role')).toBe('alert');
    expect(card.dom.textContent).toContain('Ce fichier est vide.');
    expect(card.dom.querySelector('progress')).toBeNull();
    card.dom.querySelector('button')?.click();
    expect(doors.onDismiss).toHaveBeenCalledOnce();
  });
});
