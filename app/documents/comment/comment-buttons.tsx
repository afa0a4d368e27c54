import type { Editor } from '@tiptap/core';
import { MessageSquarePlus, Pencil } from 'lucide-react';
import { useEffect } from 'react';
import { commentEntry as words } from '#shared/documents/comment/comment-entry.fr.ts';
import { useToast } from '../../ui/toast.tsx';
import type { OnSurface } from './text-surface.ts';

/** What the editor and comments are to each other. */
export interface EditorComments {
  readonly onSurface: OnSurface;
  readonly isSuggesting: boolean;
  readonly onComment: () => void;
  readonly onSuggestMode: () => void;
}

/** Says something about what is chosen; and the mode in which what is typed is proposed. */
export function CommentButtons({
  editor,
  isSuggesting,
  onComment,
  onSuggestMode,
}: Omit<EditorComments, 'onSurface'> & { readonly editor: Editor }) {
  const tell = useToast();
  useEffect(() => {
    editor.storage.passages.tell = () => tell({ text: words.formNotProposed });
  }, [editor, tell]);
  return (
    <>
      <button
        className="btn sm tip"
        type="button"
        aria-label={words.comment}
        aria-keyshortcuts="Control+Alt+M"
        data-tip={words.commentKeys}
        // The selection stays in the text while its tools are pressed.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onComment}
      >
        <MessageSquarePlus className="icon" aria-hidden="true" />
      </button>
      <button
        className="btn sm tip"
        type="button"
        aria-label={words.suggestMode}
        aria-pressed={isSuggesting}
        data-tip={isSuggesting ? words.suggestModeOn : words.suggestMode}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onSuggestMode}
      >
        <Pencil className="icon" aria-hidden="true" />
      </button>
    </>
  );
}
