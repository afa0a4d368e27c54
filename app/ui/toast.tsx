import { X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

interface Notice {
  readonly text: string;
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

/** Long enough to read it and reach its button; it waits while the pointer or the focus is on it. */
const SHOWN_MS = 10_000;

const Show = createContext<(notice: Notice) => void>(() => undefined);

/** Says what was just done, with the way to undo it. */
export const useToast = () => useContext(Show);

/** Holds the one notice at the foot of the page; a new one replaces the former. */
export function Toasts({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  const [notice, setNotice] = useState<Notice | null>(null);
  const [isHeld, setHeld] = useState(false);
  const close = useCallback(() => {
    setNotice(null);
    setHeld(false);
  }, []);
  const held = useMemo(() => {
    const [hold, release] = [() => setHeld(true), () => setHeld(false)];
    return { onPointerEnter: hold, onPointerLeave: release, onFocus: hold, onBlur: release };
  }, []);
  useEffect(() => {
    if (!notice || isHeld) return;
    const timer = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice, isHeld, close]);
  return (
    <Show value={setNotice}>
      {children}
      {/* The region is there before its text: a screen reader reads what comes into it. */}
      <div className="toasts" role="status">
        {notice && (
          <div className="toast" {...held}>
            <span>{notice.text}</span>
            {notice.action && (
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
            <button type="button" className="toast-close" aria-label={closeLabel} onClick={close}>
              <X className="icon" aria-hidden="true" />
            </button>
          </div>
        )}
      </div>
    </Show>
  );
}
