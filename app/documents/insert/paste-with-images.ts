import type { Editor } from '@tiptap/core';
import { documentInserts } from '#shared/documents/insert/document-inserts.fr.ts';
import type { CleanPaste } from '#shared/documents/paste/pasted-html.ts';
import type { EditedDocument } from '../editor/editor-dialog.ts';
import { addLatePlugins } from '../writing/late-plugins.ts';
import { insertHtml } from './arrivals.ts';
import { type Sending, type SentImage, sendImage } from './file/send-file.ts';
import { uploadCard } from './file/upload-card.ts';
import { keepPlace, leavePlace, placeOf, waitingPlaces } from './waiting-places.ts';

const words = documentInserts.paste;

/** Sends the images that came inside a copied text, then puts the text in with them. What cannot be sent is left out and said. */
export async function pasteWithImages(
  editor: Editor,
  edited: EditedDocument,
  { html, images, leftOut }: CleanPaste,
  say: (text: string) => void,
): Promise<void> {
  addLatePlugins(editor, [waitingPlaces]);
  const { view } = editor;
  const { selection } = view.state;
  if (!selection.empty) view.dispatch(view.state.tr.deleteSelection());
  let isCancelled = false;
  let sending: Sending<SentImage> | null = null;
  const stop = () => {
    isCancelled = true;
    sending?.cancel();
    leavePlace(view, place);
    view.focus();
  };
  const card = uploadCard(words.name, { onCancel: stop, onDismiss: stop });
  const place = keepPlace(view, view.state.selection.to, card.dom);
  say(words.sending(images.length));

  const sent: (SentImage | null)[] = [];
  for (const [rank, image] of images.entries()) {
    const file = await fileOf(image, rank);
    const share = (percent: number) => card.progress(Math.round((100 * rank + percent) / images.length));
    sending = file && sendImage(edited.id, file, share);
    const answer = await sending?.done;
    if (isCancelled || editor.isDestroyed) return;
    sent.push(answer?.ok ? answer.value : null);
  }
  const at = placeOf(view, place);
  leavePlace(view, place);
  if (at === null) return;
  insertHtml(view, at, withSources(html, sent));
  const failed = sent.filter((one) => one === null).length;
  say([failed > 0 && words.failed(failed), leftOut > 0 && words.left(leftOut)].filter(Boolean).join(' '));
}

/** The bytes of a `data:` address; null when they are none. */
async function fileOf(address: string, rank: number): Promise<File | null> {
  const [, type, base64] = /^data:(image\/\w+);base64,(.+)$/i.exec(address) ?? [];
  if (!type || !base64) return null;
  try {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    return new File([bytes], `image-${rank + 1}.${type.slice('image/'.length)}`, { type });
  } catch {
    return null;
  }
}

function withSources(html: string, sent: readonly (SentImage | null)[]): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const image of body.querySelectorAll('img[data-pasted]')) {
    const file = sent[Number(image.getAttribute('data-pasted'))];
    if (!file) {
      image.remove();
      continue;
    }
    image.removeAttribute('data-pasted');
    image.setAttribute('src', file.src);
    image.setAttribute('width', String(file.width));
    image.setAttribute('height', String(file.height));
  }
  return body.innerHTML;
}
