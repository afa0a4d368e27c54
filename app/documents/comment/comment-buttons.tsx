import type { Editor } from '@tiptap/core';
import { MessageSquareDiff, MessageSquarePlus, Pencil } from 'lucide-react';
import { useEffect } from 'react';
import { commentEntry as words } from '#shared/documents/comment/comment-entry.fr.ts';
import { useSay } from '../../ui/announcer.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { CommentAsk } from './page-comments.ts';
import type { OnSurface } from './text-surface.ts';

/** What the editor and comments are to each other. */
export interface EditorComments {
  readonly onSurface: OnSurface;
  readonly isSuggesting: boolean;
  /** Begins to say something of what is chosen. */
  readonly onAsk: (kind: CommentAsk['kind']) => void;
  readonly onSuggesting: (isSuggesting: boolean) => void;
}

/** Whether what is typed is written or proposed; and the button that says something about what is chosen. */
export function CommentButtons({
  editor,
  isSuggesting,
  onAsk,
  onSuggesting,
}: Omit<EditorComments, 'onSurface'> & { readonly editor: Editor }) {
  const [say, tell] = [useSay(), useToast()];
  useEffect(() => {
    editor.storage.passages.tell = () => tell({ text: words.formNotProposed });
  }, [editor, tell]);
  const modes = [
    { isIt: false, label: words.write, said: words.suggestModeOff, icon: Pencil },
    { isIt: true, label: words.suggest, said: words.suggestModeOn, icon: MessageSquareDiff },
  ];
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: two tools of a bar are no form, which all a <fieldset> is for. */}
      <span className="mode" role="group" aria-label={words.mode}>
        {modes.map(({ isIt, label, said, icon: Icon }) => (
          <button
            key={label}
            className="btn sm tip words"
            type="button"
            aria-pressed={isSuggesting === isIt}
            data-tip={said}
            // The selection stays in the text while its tools are pressed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              onSuggesting(isIt);
              say(said);
              // [D36] What is typed next goes into the text.
              editor.commands.focus(null, { scrollIntoView: false });
            }}
          >
            <Icon className="icon" aria-hidden="true" />
            {label}
          </button>
        ))}
      </span>
      <button
        className="btn sm tip words"
        type="button"
        aria-keyshortcuts="Control+Alt+M"
        data-tip={words.commentKeys}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onAsk('comment')}
      >
        <MessageSquarePlus className="icon" aria-hidden="true" />
        {words.comment}
      </button>
    </>
  );
}
