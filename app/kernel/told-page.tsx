import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { frame } from '#shared/kernel/frame.fr.ts';
import { PostButton } from '../ui/post-button.tsx';
import { Toasts } from '../ui/toast.tsx';

/** What a page says of the gesture before it, and where its focus goes. */
export interface Told {
  readonly id: string;
  readonly said: string;
  readonly focus: string | null;
  /** The form that undoes it. */
  readonly undo: {
    readonly label: string;
    readonly action: string;
    readonly fields: Readonly<Record<string, string>>;
  } | null;
}

/** [WR6] A page with what the gesture before it has to say, until it is left; the focus goes where the gesture says. */
export function ToldPage({ told, children }: { readonly told: Told | null; readonly children: ReactNode }) {
  const { key } = useLocation();
  const [shown, setShown] = useState({ id: told?.id, key });
  if (told?.id !== shown.id) setShown({ id: told?.id, key });
  const isHere = shown.id === told?.id && shown.key === key;
  // Each gesture brings an object of its own, though it were with the same words.
  useEffect(() => {
    if (told) takeFocusAt(told.focus);
  }, [told]);
  return (
    <Toasts
      closeLabel={frame.closeNotice}
      told={
        told && isHere
          ? {
              id: told.id,
              text: told.said,
              undo: told.undo && (
                <PostButton action={told.undo.action} fields={told.undo.fields} className="">
                  {told.undo.label}
                </PostButton>
              ),
            }
          : null
      }
    >
      {children}
    </Toasts>
  );
}

/**
 * Whoever pressed a button that is still there goes on from it; what the gesture took away gives its focus to the place that it declared,
 * and where that is gone too (the last line of a list) to the page's heading.
 */
function takeFocusAt(id: string | null): void {
  const pressed = document.activeElement;
  if (id !== null && pressed?.matches('main :is(a, button, input, select, textarea, summary)')) {
    pressed.scrollIntoView({ block: 'nearest' });
    return;
  }
  const place =
    (id && document.getElementById(id)) || document.querySelector<HTMLElement>('main h1') || document.body;
  if (place.tabIndex < 0) place.tabIndex = -1;
  // What has the focus already is not scrolled to.
  if (place === pressed) place.blur();
  place.focus({ preventScroll: id === null });
}
