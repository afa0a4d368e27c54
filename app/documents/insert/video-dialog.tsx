import { type FormEvent, useState } from 'react';
import { readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { embedOf } from '#shared/documents/attribute/embed-address.ts';
import { documentInserts } from '#shared/documents/insert/document-inserts.fr.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import type { EditorDialogProps } from '../editor/editor-dialog.ts';
import { later } from '../editor/later.ts';
import { changeNode, insertBlocks, selectedNode } from './insert-blocks.ts';

const words = documentInserts.video;

interface Faults {
  readonly adresse?: string;
  readonly titre?: string;
}

/** [D12] Inserts a video by the address of its page, or changes the one that is selected. */
export function VideoDialog({ editor, onClose }: EditorDialogProps) {
  const [selected] = useState(() => selectedNode(editor, 'embed'));
  const [before] = useState(() => readAttrs('embed', selected?.node.attrs));
  const [address, setAddress] = useState(before.src ?? '');
  const [title, setTitle] = useState(before.title ?? '');
  const [faults, setFaults] = useState<Faults>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const video = embedOf(completed(address));
    const found: Faults = {
      ...(!video && { adresse: words.unknown }),
      ...(title.trim() === '' && { titre: words.nameMissing }),
    };
    setFaults(found);
    if (!video || found.titre) return;
    const attrs = { src: video.page, title: title.trim() };
    onClose();
    later(() =>
      selected
        ? changeNode(editor, selected.at, 'embed', attrs)
        : insertBlocks(editor, [{ type: 'embed', attrs }]),
    );
  };
  return (
    <Dialog title={selected ? words.editTitle : words.title} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ErrorSummary
          title={selected ? words.editTitle : words.title}
          faults={Object.entries(faults).map(([field, message]) => ({ field, message }))}
          answer={faults}
        />
        <TextField
          label={words.address}
          name="adresse"
          required
          hint={words.addressHint}
          error={faults.adresse}
          value={address}
          onChange={({ currentTarget }) => setAddress(currentTarget.value)}
          inputMode="url"
          autoComplete="off"
          autoFocus
        />
        <TextField
          label={words.name}
          name="titre"
          required
          hint={words.nameHint}
          error={faults.titre}
          value={title}
          maxLength={200}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          autoComplete="off"
        />
        <FormActions cancel={words.cancel} submit={selected ? words.save : words.submit} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

/** Addresses are seldom typed whole. */
function completed(address: string): string {
  const typed = address.trim();
  return /^[a-z][a-z0-9+.-]*:/iu.test(typed) ? typed : `https://${typed}`;
}
