import { type CompositionEvent, type FormEvent, useCallback, useEffect, useRef } from 'react';
import type * as Y from 'yjs';
import { editApplication, textOf } from '#shared/programme/application/application-doc.ts';
import { type DeltaPiece, movedBy, spliceOf } from '#shared/programme/application/text-splice.ts';
import type { ControlProps } from '../../ui/form-words.ts';

interface LiveTextProps {
  readonly doc: Y.Doc;
  readonly address: string;
  readonly control: ControlProps;
  /** Lines; one is a field of one line. */
  readonly rows: number;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * [AP4] A field that several people write letter by letter. What the others write appears around the caret, which stays where it
 * is among the words; while letters are being composed (accents, other scripts) it waits until they are whole.
 */
export function LiveText({ doc, address, control, rows, onFocus, onBlur }: LiveTextProps) {
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  /** What the field shows of the text, and what others have changed since. */
  const shown = useRef('');
  const behind = useRef<(readonly DeltaPiece[])[]>([]);
  const isComposing = useRef(false);

  const catchUp = useCallback((element: HTMLTextAreaElement | HTMLInputElement, text: Y.Text) => {
    const ends = [element.selectionStart ?? 0, element.selectionEnd ?? 0] as const;
    const [start, end] = ends.map((place) => behind.current.reduce(movedBy, place));
    behind.current = [];
    shown.current = text.toString();
    if (element.value === shown.current) return;
    const { scrollTop } = element;
    element.value = shown.current;
    if (document.activeElement === element) element.setSelectionRange(start ?? 0, end ?? 0);
    element.scrollTop = scrollTop;
  }, []);

  useEffect(() => {
    const text = textOf(doc, address);
    const element = field.current;
    if (!element) return;
    element.value = text.toString();
    shown.current = element.value;
    behind.current = [];
    const onChange = (event: Y.YTextEvent, transaction: Y.Transaction) => {
      if (transaction.local && text.toString() === shown.current) return;
      behind.current.push(event.delta);
      if (!isComposing.current) catchUp(element, text);
    };
    text.observe(onChange);
    return () => text.unobserve(onChange);
  }, [doc, address, catchUp]);

  function write({ currentTarget }: FormEvent<HTMLTextAreaElement | HTMLInputElement>) {
    const { value, selectionEnd } = currentTarget;
    const typed = spliceOf(shown.current, value, selectionEnd ?? value.length);
    const index = behind.current.reduce(movedBy, typed.index);
    shown.current = value;
    editApplication(doc, [{ kind: 'splice', address, ...typed, index }]);
  }

  function composed({ currentTarget }: CompositionEvent<HTMLTextAreaElement | HTMLInputElement>) {
    isComposing.current = false;
    if (behind.current.length > 0) catchUp(currentTarget, textOf(doc, address));
  }

  const props = {
    ...control,
    className: 'input',
    ref: field,
    autoComplete: 'off',
    onInput: write,
    onCompositionStart: () => {
      isComposing.current = true;
    },
    onCompositionEnd: composed,
    onFocus,
    onBlur,
  };
  return rows > 1 ? <textarea {...props} rows={rows} /> : <input {...props} type="text" />;
}
