import type { Editor } from '@tiptap/core';
import { DOMParser as DocumentParser, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { embedOf } from '#shared/documents/attribute/embed-address.ts';
import { documentInserts } from '#shared/documents/insert/document-inserts.fr.ts';
import { type CleanPaste, cleanPaste } from '#shared/documents/paste/pasted-html.ts';
import { looksLikeMarkdown } from '#shared/documents/text/markdown-signs.ts';
import { objectAtAddress } from '#shared/documents/text/object-address.ts';
import { isSuggesting } from '../editor/suggestion-mode.ts';
import { dropPlace } from './drop-place.ts';
import { referenceOf } from './object-plugin.ts';
import { pasteMarkdown } from './paste-markdown.ts';

const words = documentInserts;

/** What is done with what arrives. */
export interface Receiving {
  /** `at` is where they were dropped, null for the caret. */
  readonly images: (files: readonly File[], at: number | null) => void;
  readonly files: (files: readonly File[], at: number) => void;
  /** Text whose images must first be sent. */
  readonly withImages: (paste: CleanPaste) => void;
  readonly notice: (text: string, action?: { label: string; onPress: () => void }) => void;
}

const isImage = ({ type }: File) => /^image\/(?:png|jpeg|webp|gif)$/.test(type);

/** [D18] What is pasted or dropped: files, copied pages, addresses of ours and of videos. Anything else is the editor's own affair. */
export function arrivals(editor: Editor, receiving: Receiving): Plugin {
  let isOurs = false;
  return new Plugin({
    key: new PluginKey('arrivals'),
    props: {
      handlePaste(view, { clipboardData }) {
        // In suggestion mode, words are proposed and files are refused.
        if (isOurs || !clipboardData || isSuggesting(editor)) return false;
        const html = clipboardData.getData('text/html');
        // What was copied in an editor of ours is known already.
        if (html.includes('data-pm-slice')) return false;
        const files = [...clipboardData.files];
        // A text copied from a word processor comes with its picture too: the text is what was meant.
        if (html === '' || isOnlyPicture(html)) {
          if (files.length > 0) return takeFiles(files, null);
          const text = clipboardData.getData('text/plain');
          return html === '' && (pasteAddress(view, text) || takeMarkdown(view, text));
        }
        if (inCode(view)) return false;
        const paste = cleanPaste(new DOMParser().parseFromString(html, 'text/html').body, location.origin);
        if (paste.images.length > 0) {
          receiving.withImages(paste);
          return true;
        }
        isOurs = true;
        view.pasteHTML(paste.html);
        isOurs = false;
        if (paste.leftOut > 0) receiving.notice(words.paste.left(paste.leftOut));
        return true;
      },
      handleDrop(view, event, _slice, isMoved) {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (isMoved || files.length === 0 || isSuggesting(editor)) return false;
        event.preventDefault();
        const at = dropPlace(view, event);
        view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at))));
        return takeFiles(files, at);
      },
    },
  });

  function takeFiles(files: readonly File[], at: number | null): boolean {
    const [images, others] = [files.filter(isImage), files.filter((file) => !isImage(file))];
    if (others.length > 0) receiving.files(others, at ?? editor.state.selection.to);
    if (images.length > 0) receiving.images(images, at);
    return true;
  }

  function takeMarkdown(view: EditorView, text: string): boolean {
    // With Shift it was asked for as it is.
    const { input } = view as unknown as { readonly input: { readonly shiftKey: boolean } };
    const { $from } = view.state.selection;
    if (input.shiftKey || inCode(view) || $from.parent.type.name === 'footnote') return false;
    if (!looksLikeMarkdown(text)) return false;
    void pasteMarkdown(editor, text, (images) => receiving.notice(words.paste.left(images)));
    return true;
  }

  /** An address alone: of an object of ours, of a video where a block may stand; of anything else it stays a text. */
  function pasteAddress(view: EditorView, pasted: string): boolean {
    const address = pasted.trim();
    const { selection } = view.state;
    if (!selection.empty || inCode(view) || /\s/.test(address)) return false;
    if (selection.$from.parent.type.name === 'footnote') return false;
    const object = objectAtAddress(address, location.origin);
    if (object) return editor.chain().focus().insertContent(referenceOf(object)).run();
    const video =
      selection.$from.parent.content.size === 0 && selection.$from.depth === 1 && embedOf(address);
    if (!video) return false;
    const { from } = selection;
    editor
      .chain()
      .focus()
      .insertContent({ type: 'embed', attrs: { src: video.page } })
      .run();
    receiving.notice(words.video.pasted, {
      label: words.video.keepLink,
      onPress: () => {
        const node = view.state.doc.nodeAt(from - 1);
        if (node?.type.name !== 'embed') return;
        const link = { type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] };
        const range = { from: from - 1, to: from - 1 + node.nodeSize };
        editor
          .chain()
          .focus()
          .insertContentAt(range, { type: 'paragraph', content: [link] })
          .run();
      },
    });
    return true;
  }
}

/** Puts cleaned HTML at this place, as a paste at the caret would. */
export function insertHtml(view: EditorView, at: number, html: string): void {
  const place = new DOMParser().parseFromString(html, 'text/html').body;
  const { content } = DocumentParser.fromSchema(view.state.schema).parse(place);
  view.dispatch(view.state.tr.replaceRange(at, at, new Slice(content, 0, 0)).scrollIntoView());
}

/** A picture copied from a page comes as itself and as a line of HTML that leads to it. */
function isOnlyPicture(html: string): boolean {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const [first] = body.children;
  return body.children.length === 1 && first?.localName === 'img' && !body.textContent?.trim();
}

function inCode(view: EditorView): boolean {
  return view.state.selection.$from.parent.type.spec.code === true;
}
