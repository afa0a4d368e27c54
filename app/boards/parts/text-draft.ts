import { useCallback, useEffect, useRef, useState } from 'react';
import type { BoardError } from '#shared/errors.ts';
import type { Result } from '#shared/kernel/result.ts';

/** A pause in typing after which what is typed is written. */
const PAUSE_MS = 700;

interface TextDraft {
  /** What the field shows: what is being typed, else what the board says. */
  readonly text: string;
  readonly error: BoardError | null;
  readonly onChange: (text: string) => void;
  /** Writes what is typed now; true when there is nothing left to write. */
  readonly flush: () => boolean;
  /** Forgets what is typed: the field shows the board's text again. */
  readonly drop: () => void;
}

/**
 * A text of the live board while somebody types it. It is written at each pause, when the field is left, when the panel
 * closes and when the page is hidden; what is refused stays in the field with its reason. What others write meanwhile
 * shows as soon as nothing is being typed here.
 */
export function useTextDraft(value: string, write: (text: string) => Result<void, BoardError>): TextDraft {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<BoardError | null>(null);
  const latest = useRef({ value, typed, write });
  latest.current = { value, typed, write };

  const commit = useCallback((): Result<void, BoardError> | null => {
    const { value: stored, typed: text, write: writeNow } = latest.current;
    return text === null || text === stored ? null : writeNow(text);
  }, []);

  const flush = useCallback(() => {
    const written = commit();
    if (written && !written.ok) {
      setError(written.error);
      return false;
    }
    latest.current.typed = null;
    setTyped(null);
    setError(null);
    return true;
  }, [commit]);

  const drop = useCallback(() => {
    latest.current.typed = null;
    setTyped(null);
    setError(null);
  }, []);

  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => {
      // While one types, the field keeps its own text (a space at the end is not trimmed under the fingers), and an
      // empty field is not reproached yet.
      const written = commit();
      if (!written || written.ok) setError(null);
      else if (written.error !== 'board.titleEmpty') setError(written.error);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, commit]);

  useEffect(() => {
    const onHide = () => void commit();
    window.addEventListener('pagehide', onHide);
    return () => {
      window.removeEventListener('pagehide', onHide);
      onHide();
    };
  }, [commit]);

  return { text: typed ?? value, error, onChange: setTyped, flush, drop };
}
