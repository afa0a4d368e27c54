import { type FormEvent, useEffect, useRef, useState } from 'react';
import { documentInserts } from '#shared/documents/insert/document-inserts.fr.ts';
import { useSay } from '../../../ui/announcer.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Field } from '../../../ui/field.tsx';
import { Dialog } from '../../../ui/late/dialog.tsx';
import type { EditorDialogProps } from '../../editor/editor-dialog.ts';
import { later } from '../../editor/later.ts';
import { insertBlocks } from '../insert-blocks.ts';
import { useKeptPlace } from '../use-kept-place.ts';
import { ACCEPTED, draftOf, type Fault, faultsOf, type ImageDraft } from './image-drafts.ts';
import { ImageFields } from './image-fields.tsx';
import { type Sending, type SentImage, sendImage, whyRefused } from './send-file.ts';

const words = documentInserts.image;

/**
 * Images on their way into the text: each with its description, then sent one after the other with its progress. What was typed and
 * what has arrived stays when one of them is refused.
 */
export function ImageSending({ editor, edited, given, onClose }: EditorDialogProps) {
  const [drafts, setDrafts] = useState<readonly ImageDraft[]>(() =>
    (given.files ?? []).map((file) => draftOf(file)),
  );
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [progress, setProgress] = useState<{ rank: number; percent: number } | null>(null);
  const sending = useRef<Sending<SentImage> | null>(null);
  const isOpen = useRef(true);
  const say = useSay();
  const takePlace = useKeptPlace(editor, given.at);
  useEffect(
    () => () => {
      isOpen.current = false;
      sending.current?.cancel();
    },
    [],
  );
  const isMany = drafts.length > 1;
  const change = (key: string, changed: Partial<ImageDraft>) =>
    setDrafts((all) => all.map((draft) => (draft.key === key ? { ...draft, ...changed } : draft)));
  const choose = (files: FileList | null) => {
    const chosen = [...(files ?? [])];
    if (chosen.length === 0) return;
    const [only] = drafts;
    // One image is replaced by another, its description kept; several are added to those that are there.
    setDrafts((all) =>
      all.length <= 1
        ? chosen.map((file, rank) => draftOf(file, rank === 0 ? only : {}))
        : [...all, ...chosen.map((file) => draftOf(file))],
    );
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const tried = drafts.map((draft) => ({ ...draft, refused: null }));
    const found = faultsOf(tried, edited.uploadMegabytes);
    setDrafts(tried);
    setFaults(found);
    if (found.length > 0) return;
    const sent: ImageDraft[] = [];
    for (const [at, draft] of tried.entries()) {
      const done = draft.sent ? draft : await sendOne(draft, at + 1);
      if (!isOpen.current) return;
      sent.push(done);
    }
    setProgress(null);
    setDrafts(sent);
    const refused = faultsOf(sent, edited.uploadMegabytes);
    if (refused.length > 0) return setFaults(refused);
    const atPlace = takePlace();
    onClose();
    say(documentInserts.upload.doneImages(sent.length));
    later(() => atPlace((at) => insertBlocks(editor, sent.map(nodeOf), at)));
  };
  const sendOne = async (draft: ImageDraft, rank: number): Promise<ImageDraft> => {
    setProgress({ rank, percent: 0 });
    sending.current = sendImage(edited.id, draft.file, (percent) => setProgress({ rank, percent }));
    const answer = await sending.current.done;
    return answer.ok ? { ...draft, sent: answer.value } : { ...draft, refused: whyRefused(answer.error) };
  };

  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.message;
  const isSending = progress !== null;
  return (
    <Dialog title={isMany ? words.titleMany : words.title} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate aria-busy={isSending}>
        <ErrorSummary
          title={isMany ? words.refusedMany : words.refused}
          faults={faults.map(({ field, message, of }) => ({
            field,
            message: of && isMany ? words.of(of, message) : message,
          }))}
          answer={faults}
        />
        <Field
          label={words.files}
          name="file"
          required
          hint={words.filesHint(edited.uploadMegabytes)}
          error={errorOf('file')}
        >
          {(control) => (
            <input
              className="input"
              type="file"
              multiple
              accept={ACCEPTED.join(',')}
              disabled={isSending}
              onChange={({ currentTarget }) => choose(currentTarget.files)}
              {...control}
            />
          )}
        </Field>
        <ImageFields
          drafts={drafts}
          isDisabled={isSending}
          errorOf={errorOf}
          onChange={change}
          onRemove={(key) => setDrafts((all) => all.filter((draft) => draft.key !== key))}
        />
        <div className="actions">
          <p className="muted small sending" role="status">
            {progress && words.sending(progress.rank, drafts.length, progress.percent)}
          </p>
          {progress && <progress max={100} value={progress.percent} aria-hidden="true" />}
          <button className="btn" type="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button className="btn primary" type="submit" disabled={isSending}>
            {words.submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function nodeOf({ sent, alt, isDecorative, caption }: ImageDraft) {
  return {
    type: 'image',
    attrs: { ...sent, alt: isDecorative ? '' : alt.trim(), caption: caption.trim() || null },
  };
}
