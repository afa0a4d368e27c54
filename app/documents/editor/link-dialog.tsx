import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { safeLink } from '#shared/documents/attribute/safe-address.ts';
import { editorDialogs } from '#shared/documents/editor/editor-dialogs.fr.ts';
import { TextField } from '../../ui/field.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import type { EditorDialogProps } from './editor-dialog.ts';
import { later } from './later.ts';

const words = editorDialogs.linkDialog;

/** Sets, changes or removes the link of the selection. */
export function LinkDialog({ editor, onClose }: EditorDialogProps) {
  const before = safeLink(editor.getAttributes('link').href) ?? '';
  const [address, setAddress] = useState(before);
  const [isRefused, setRefused] = useState(false);
  const finish = (change: () => void) => {
    onClose();
    later(change);
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    // Portals carry events up the React tree: the page has forms too.
    event.stopPropagation();
    const href = completed(address);
    if (!href) return setRefused(true);
    finish(() => setLink(editor, href));
  };
  return (
    <Dialog title={words.title} isOpen onClose={onClose}>
      <form onSubmit={apply} noValidate>
        <TextField
          label={words.address}
          name="address"
          required
          hint={words.addressHint}
          error={isRefused ? words.invalid : undefined}
          value={address}
          onChange={({ currentTarget }) => setAddress(currentTarget.value)}
          inputMode="url"
          autoComplete="off"
          autoFocus
        />
        <div className="actions">
          {before && (
            <>
              <a className="btn quiet" href={before} target="_blank" rel="noopener noreferrer">
                {words.follow}
              </a>
              <button
                className="btn quiet"
                type="button"
                onClick={() => finish(() => editor.chain().focus().extendMarkRange('link').unsetLink().run())}
              >
                {words.remove}
              </button>
            </>
          )}
          <button className="btn" type="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button className="btn primary" type="submit">
            {words.submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** What people type is seldom whole: « data.gouv.fr » is a site, « nadia@valmont.example » an address. */
function completed(address: string): string | null {
  const typed = address.trim();
  if (typed === '') return null;
  if (/^[a-z][a-z0-9+.-]*:/iu.test(typed)) return safeLink(typed);
  return safeLink(/^[^\s/@]+@[^\s/@]+$/u.test(typed) ? `mailto:${typed}` : `https://${typed}`);
}

function setLink(editor: Editor, href: string): void {
  const { empty } = editor.state.selection;
  if (empty && !editor.isActive('link')) {
    editor
      .chain()
      .focus()
      .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
      .run();
    return;
  }
  editor.chain().focus().extendMarkRange('link').setLink({ href }).run();
}
