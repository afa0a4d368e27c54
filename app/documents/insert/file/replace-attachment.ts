import type { Editor } from '@tiptap/core';
import { refusalOf } from '#shared/kernel/sent-file.ts';
import { pickFiles } from '../../../ui/pick-files.ts';
import type { EditedDocument } from '../../editor/editor-dialog.ts';
import { addLatePlugins } from '../../writing/late-plugins.ts';
import { keepPlace, leavePlace, placeOf, waitingPlaces } from '../waiting-places.ts';
import { type SendError, sendAttachment, whyRefused } from './send-file.ts';
import { uploadCard } from './upload-card.ts';

/** Puts another file in the place of an attached one, once it is there; until then the former stays. */
export async function replaceAttachment(editor: Editor, edited: EditedDocument, at: number): Promise<void> {
  const [file] = await pickFiles({ isMultiple: false });
  const { view } = editor;
  const before = view.state.doc.nodeAt(at);
  if (!file || before?.type.name !== 'attachment') return;
  addLatePlugins(editor, [waitingPlaces]);
  let cancel: () => void = () => undefined;
  const leave = () => {
    cancel();
    leavePlace(view, place);
    view.focus();
  };
  const card = uploadCard(file.name, { onCancel: leave, onDismiss: leave });
  const place = keepPlace(view, at, card.dom);
  const refuse = (error: SendError) => card.refuse(whyRefused(error), null);
  const early = refusalOf(file, edited.uploadMegabytes);
  if (early) return refuse(early);
  const sending = sendAttachment(edited.id, file, card.progress);
  cancel = sending.cancel;
  const sent = await sending.done;
  if (editor.isDestroyed) return;
  if (!sent.ok) return sent.error === 'cancelled' ? undefined : refuse(sent.error);
  const now = placeOf(view, place);
  leavePlace(view, place);
  // It stands right behind its card, unless somebody removed it meanwhile.
  const node = now === null ? null : view.state.doc.nodeAt(now);
  if (now === null || node?.type.name !== 'attachment') return;
  view.dispatch(view.state.tr.setNodeMarkup(now, null, sent.value));
}
