import { X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

interface Notice {
  readonly text: string;
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

/** What the server has to say on this page: it leaves with the page, and before that as a notice does unless it can be undone. */
interface Told {
  readonly id: string;
  readonly text: string;
  readonly undo: ReactNode | null;
}

/** Long enough to read it and reach its button; it waits while the pointer or the focus is on it. */
const SHOWN_MS = 10_000;

const Show = createContext<(notice: Notice) => void>(() => undefined);

/** Says what was just done, with the way to undo it. */
export const useToast = () => useContext(Show);

/** Holds the one notice at the foot of the page; a new one replaces the former. */
export function Toasts({
  closeLabel,
  told,
  children,
}: {
  closeLabel: string;
  told: Told | null;
  children: ReactNode;
}) {
  const [notice, setNotice] = useState<Notice | null>(null);
  const [isHeld, setHeld] = useState(false);
  const [closed, setClosed] = useState<string | null>(null);
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const open = told && told.id !== closed ? told : null;
  const close = useCallback(() => {
    setNotice(null);
    setClosed(told?.id ?? null);
    setHeld(false);
  }, [told]);
  // What can be undone waits for whoever reads slowly.
  const isPassing = notice ? true : open !== null && !open.undo;
  const held = useMemo(() => {
    const [hold, release] = [() => setHeld(true), () => setHeld(false)];
    return { onPointerEnter: hold, onPointerLeave: release, onFocus: hold, onBlur: release };
  }, []);
  useEffect(() => {
    if (!isPassing || isHeld) return;
    const timer = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isPassing, isHeld, close]);
  const text = notice?.text ?? open?.text;
  return (
    <Show value={setNotice}>
      {children}
      <div className="toasts">
        <div className={text ? 'toast' : undefined} {...held}>
          {/* The region is there before its text: a screen reader reads what comes into it, so what came with the page comes again. */}
          <span role="status">{text && <span key={String(isAlive)}>{text}</span>}</span>
          {notice?.action && (
            <button
              type="button"
              onClick={() => {
                notice.action?.onPress();
                close();
              }}
            >
              {notice.action.label}
            </button>
          )}
          {!notice && open?.undo}
          {text && isAlive && (
            <button type="button" className="toast-close" aria-label={closeLabel} onClick={close}>
              <X className="icon" aria-hidden="true" />
            </button>
          )}
        </div>
      </div>
    </Show>
  );
}
