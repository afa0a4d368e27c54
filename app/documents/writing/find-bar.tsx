import { useEditorState } from '@tiptap/react';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { editorFind as words } from '#shared/documents/editor/editor-find.fr.ts';
import { findTerm } from '#shared/documents/text/find-terms.ts';
import { useSay } from '../../ui/announcer.tsx';
import type { EditorDialogProps } from '../editor/editor-dialog.ts';
import { findCommands, found } from './find-session.ts';

/** A selection longer than this is a passage, not something to look for. */
const LONGEST_TERM = 80;

/**
 * [D25] Find and replace, in a bar above the text: what is found is counted and shown, the text stays readable. Enter goes on,
 * Shift+Enter back, Escape closes and leaves the caret at what was found.
 */
export function FindBar({ editor, onClose }: EditorDialogProps) {
  const find = useMemo(() => findCommands(editor), [editor]);
  const [term, setTerm] = useState(() => selected(editor.state));
  const [replacement, setReplacement] = useState('');
  const [hasCase, setCase] = useState(false);
  const [accents, setAccents] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const say = useSay();
  const { count, at } = useEditorState({
    editor,
    selector: () => {
      const { results, currentIndex } = found(editor);
      return { count: results.length, at: currentIndex };
    },
  });
  useEffect(() => {
    find.look(findTerm(term, { accents }), hasCase);
  }, [find, term, accents, hasCase]);
  useEffect(() => {
    field.current?.select();
    return () => {
      if (!editor.isDestroyed) find.clear();
    };
  }, [editor, find]);

  const state = term === '' ? '' : count === 0 ? words.none : words.count((at ?? 0) + 1, count);
  useEffect(() => {
    if (state) say(state);
  }, [state, say]);
  const close = () => {
    onClose();
    editor.commands.focus(null, { scrollIntoView: false });
  };
  const replaceAll = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const replaced = find.replaceAll(replacement);
    say(words.replaced(replaced));
    // Its button can do nothing more.
    field.current?.focus();
  };
  const replaceOne = () => {
    find.replace(replacement);
    if (found(editor).results.length === 0) field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type === 'text') {
      event.preventDefault();
      if (event.target.name === 'replacement') replaceOne();
      else if (event.shiftKey) find.previous();
      else find.next();
    }
  };
  const place = document.querySelector('.tools');
  return (
    place &&
    createPortal(
      <form className="find-bar" aria-label={words.title} onSubmit={replaceAll} onKeyDown={onKeyDown}>
        <div className="find-line">
          <input
            ref={field}
            className="input sm"
            type="text"
            aria-label={words.term}
            placeholder={words.term}
            value={term}
            onChange={({ currentTarget }) => setTerm(currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
          />
          <span className="find-count muted small">{state}</span>
          <button
            className="btn quiet sm icon-only"
            type="button"
            aria-label={words.previous}
            disabled={count === 0}
            onClick={find.previous}
          >
            <ChevronUp className="icon" aria-hidden="true" />
          </button>
          <button
            className="btn quiet sm icon-only"
            type="button"
            aria-label={words.next}
            disabled={count === 0}
            onClick={find.next}
          >
            <ChevronDown className="icon" aria-hidden="true" />
          </button>
          <label className="check small">
            <input
              type="checkbox"
              checked={hasCase}
              onChange={({ currentTarget }) => setCase(currentTarget.checked)}
            />
            {words.case}
          </label>
          <label className="check small">
            <input
              type="checkbox"
              checked={accents}
              onChange={({ currentTarget }) => setAccents(currentTarget.checked)}
            />
            {words.accents}
          </label>
          <button className="btn quiet sm icon-only" type="button" aria-label={words.close} onClick={close}>
            <X className="icon" aria-hidden="true" />
          </button>
        </div>
        <div className="find-line">
          <input
            className="input sm"
            type="text"
            name="replacement"
            aria-label={words.replacement}
            placeholder={words.replacement}
            value={replacement}
            onChange={({ currentTarget }) => setReplacement(currentTarget.value)}
            autoComplete="off"
          />
          <button className="btn sm" type="button" disabled={count === 0} onClick={replaceOne}>
            {words.replace}
          </button>
          <button className="btn sm" type="submit" disabled={count === 0}>
            {words.replaceAll}
          </button>
        </div>
      </form>,
      place,
    )
  );
}

/** What is selected, when it is a few words of one line. */
function selected({ doc, selection: { from, to } }: EditorDialogProps['editor']['state']): string {
  const text = doc.textBetween(from, to, '\n');
  return text.length <= LONGEST_TERM && !text.includes('\n') ? text : '';
}
