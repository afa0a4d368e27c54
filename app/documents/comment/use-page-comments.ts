import { useCallback, useEffect, useMemo, useState } from 'react';
import type { EditorComments } from './comment-buttons.tsx';
import type { CommentAsk, ShownText } from './page-comments.ts';
import type { OnSurface } from './text-surface.ts';

/** What a document's page holds between its text and its comments: neither knows the other. */
export function usePageComments() {
  const [shown, setShown] = useState<ShownText | null>(null);
  const [ask, setAsk] = useState<CommentAsk | null>(null);
  const [isSuggesting, setSuggesting] = useState(false);
  const onDrawn = useCallback((element: HTMLElement | null) => {
    if (element) setShown({ kind: 'reading', element });
    else setShown((now) => (now?.kind === 'reading' ? null : now));
  }, []);
  const onSurface: OnSurface = useCallback((surface, isGone) => {
    if (!isGone) setShown({ kind: 'editor', surface });
    else setShown((now) => (now?.kind === 'editor' && now.surface === surface ? null : now));
  }, []);
  useEffect(() => {
    if (shown?.kind !== 'editor') return;
    shown.surface.intercept(isSuggesting ? (typed) => setAsk({ kind: 'suggestion', typed }) : null);
  }, [shown, isSuggesting]);
  const editor: EditorComments = useMemo(
    () => ({
      onSurface,
      isSuggesting,
      onAsk: (kind) => setAsk({ kind, typed: null }),
      onSuggesting: setSuggesting,
    }),
    [onSurface, isSuggesting],
  );
  return { shown, ask, onAsk: setAsk, onDrawn, editor };
}
