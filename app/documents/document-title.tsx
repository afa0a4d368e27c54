import { Pencil } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Form, useNavigation } from 'react-router';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { TextAreaField } from '../ui/field.tsx';
import { NoScript } from '../ui/no-script.tsx';
import type { RefusedTitle } from './list/new-document-form.tsx';

interface TitleProps {
  readonly title: string;
  readonly canRename: boolean;
  /** What the server answered to a title that it refused. */
  readonly refused: RefusedTitle | null;
}

/**
 * [D37] The title, changed where it stands: pressed, it is a field; Enter or leaving it saves, Escape gives it back. It is saved by
 * itself, not with the text: it stands in lists, mails and addresses. The field is in a disclosure of the browser, which needs no script.
 */
export function DocumentTitle({ title, canRename, refused }: TitleProps) {
  const disclosure = useRef<HTMLDetailsElement>(null);
  const isSent = useRef(false);
  const isGivenBack = useRef(false);
  const [isOpen, setOpen] = useState(refused !== null);
  const [said, setSaid] = useState('');
  const sending = useNavigation().formData;
  const typed = sending?.get('intent') === 'rename' ? sending.get('title') : null;
  const field = () => disclosure.current?.querySelector('textarea') ?? null;
  useEffect(() => setOpen(refused !== null), [refused]);
  useEffect(() => {
    setSaid(isSent.current ? documentWords.titleSaved(title) : '');
    isSent.current = false;
  }, [title]);
  useEffect(() => {
    if (isOpen) disclosure.current?.querySelector('textarea')?.focus();
    else if (isGivenBack.current) disclosure.current?.querySelector('summary')?.focus();
    isGivenBack.current = false;
  }, [isOpen]);
  /** What was typed is saved, or nothing was: the field is a title again. */
  const leave = () => {
    const now = field()?.value.trim();
    if (!isOpen) return;
    setOpen(false);
    if (now === undefined || now === title) return;
    isSent.current = true;
    field()?.form?.requestSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      field()?.form?.reset();
      isGivenBack.current = true;
      setOpen(false);
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    leave();
    toText();
  };
  return (
    <div className="doc-title" data-edited={isOpen || undefined}>
      {/* By keyboard, the button beside it. */}
      <h1 id="titre" {...(canRename && { onClick: () => setOpen(true) })}>
        {typeof typed === 'string' && typed.trim() !== '' ? typed : title}
      </h1>
      {canRename && (
        <details ref={disclosure} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary
            className="btn quiet sm icon-only"
            aria-label={documentWords.rename}
            title={documentWords.rename}
          >
            <Pencil className="icon" aria-hidden="true" />
          </summary>
          <Form method="post" noValidate onKeyDown={onKeyDown} onBlur={leave}>
            <input type="hidden" name="intent" value="rename" />
            <TextAreaField
              key={title}
              label={documentWords.titleLabel}
              name="title"
              rows={1}
              defaultValue={refused?.values.title ?? title}
              error={refused?.errors.title}
              autoComplete="off"
            />
            <NoScript>
              <button className="btn primary sm" type="submit">
                {documentWords.titleSave}
              </button>
            </NoScript>
          </Form>
        </details>
      )}
      <span className="vh" role="status">
        {said}
      </span>
    </div>
  );
}

/** [D36] The sheet gives the focus that it is given to the text, once that can be written. */
function toText(): void {
  const sheet = document.getElementById('feuille');
  if (!sheet) return;
  sheet.tabIndex = -1;
  sheet.focus();
}
