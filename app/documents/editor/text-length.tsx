import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { document as words } from '#shared/documents/document.fr.ts';
import { countWords, readingMinutes } from '#shared/documents/text/document-text.ts';

/** Counting a long text at each key would be felt: it waits for a pause. */
const PAUSE_MS = 400;

interface Length {
  readonly words: number;
  readonly selected: number;
}

/** Under the text: how long it is and how long it takes to read; of what is selected, how long that is. */
export function TextLength({ editor, words: counted }: { editor: Editor | null; words: number }) {
  const [length, setLength] = useState<Length>({ words: counted, selected: 0 });
  useEffect(() => setLength({ words: counted, selected: 0 }), [counted]);
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => {
      const { doc, selection } = editor.state;
      const { from, to, empty } = selection;
      setLength({
        words: countWords(doc.textBetween(0, doc.content.size, '\n', ' ')),
        selected: empty ? 0 : countWords(doc.textBetween(from, to, '\n', ' ')),
      });
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(count, PAUSE_MS);
    };
    later();
    editor.on('transaction', later);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', later);
    };
  }, [editor]);
  if (length.words === 0) return null;
  return (
    <p className="text-length">
      {length.selected > 0
        ? words.lengthSelected(length.selected, length.words)
        : words.lengthOf(length.words, readingMinutes(length.words))}
    </p>
  );
}
