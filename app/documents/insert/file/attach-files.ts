import type { Editor } from '@tiptap/core';
import { documentInserts } from '#shared/documents/insert/document-inserts.fr.ts';
import { refusalOf } from '#shared/kernel/sent-file.ts';
import type { EditedDocument } from '../../editor/editor-dialog.ts';
import { addLatePlugins } from '../../writing/late-plugins.ts';
import { keepPlace, leavePlace, placeOf, waitingPlaces } from '../waiting-places.ts';
import {
  type SendError,
  type Sending,
  type SentAttachment,
  sendAttachment,
  whyRefused,
} from './send-file.ts';
import { uploadCard } from './upload-card.ts';

const words = documentInserts.upload;

export type Say = (text: string) => void;

/**
 * Sends files and joins each to the text where it was dropped, once it is there. Progress, the way to cancel and the reason of a
 * refusal stand at the place; the text can be written meanwhile, by others too.
 */
export function attachFiles(
  editor: Editor,
  edited: EditedDocument,
  files: readonly File[],
  say: Say,
  at = editor.state.selection.to,
): void {
  addLatePlugins(editor, [waitingPlaces]);
  if (files.length > 0) say(words.started(files.length));
  // Each stands after the one before: they are put in from the last to the first.
  for (const file of [...files].reverse()) attach(editor, edited, file, say, at);
}

function attach(editor: Editor, edited: EditedDocument, file: File, say: Say, at: number): void {
  const { view } = editor;
  let sending: Sending<SentAttachment> | null = null;
  const card = uploadCard(file.name, {
    onCancel: () => {
      sending?.cancel();
      leavePlace(view, place);
      say(words.cancelled(file.name));
      view.focus();
    },
    onDismiss: () => {
      leavePlace(view, place);
      view.focus();
    },
  });
  const place = keepPlace(view, at, card.dom);

  const refuse = (error: SendError) => {
    const isWorthRetrying = ['unreachable', 'file.lost', 'file.unavailable'].includes(error);
    card.refuse(whyRefused(error), isWorthRetrying ? send : null);
  };
  const send = async () => {
    const early = refusalOf(file, edited.uploadMegabytes);
    if (early) return refuse(early);
    card.progress(0);
    sending = sendAttachment(edited.id, file, card.progress);
    const sent = await sending.done;
    if (editor.isDestroyed) return;
    if (!sent.ok) {
      if (sent.error !== 'cancelled') refuse(sent.error);
      return;
    }
    const now = placeOf(view, place);
    leavePlace(view, place);
    const node = view.state.schema.nodes.attachment?.create(sent.value);
    if (now === null || !node) return;
    view.dispatch(view.state.tr.insert(now, node));
    say(words.done(sent.value.name));
  };
  void send();
}
