import { CloudCheck, CloudOff, Eye, type LucideIcon, RefreshCw, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { realtime as words } from '#shared/realtime/realtime.fr.ts';
import type { SaveState as State } from './room-state.ts';

interface Shown {
  /** A rule of `.save` in the style sheet. */
  readonly look: 'saved' | 'saving' | 'offline' | 'readonly';
  readonly icon: LucideIcon;
  readonly text: string;
  /** Said instead of the whole text below 400 px. */
  readonly short?: string;
  readonly why?: string;
}

/** The promise of the product, in one line: never « Enregistré » before the server has said so. */
export function SaveState({ save }: { save: State }) {
  const { look, icon: Icon, text, short, why } = shownOf(useSteady(save));
  return (
    <span className="save" data-state={look} role="status" aria-live="polite" title={why}>
      <Icon className="icon" aria-hidden="true" />
      {short ? (
        <>
          <span className="save-long">{text}</span>
          <span className="save-short" aria-hidden="true">
            {short}
          </span>
        </>
      ) : (
        text
      )}
    </span>
  );
}

/** « Enregistré » comes back once the writer pauses: without that it would blink, and be read aloud, at every key. */
const PAUSE_MS = 500;

/** The state as it is shown: what is less than saved at once, « saved » a moment late. Late is never a lie. */
function useSteady(save: State): State {
  const [shown, setShown] = useState(save);
  const isSettling = save.state === 'saved' && shown.state !== 'saved';
  useEffect(() => {
    if (!isSettling) return;
    const timer = setTimeout(() => setShown(save), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isSettling, save]);
  if (isSettling) return shown.state === 'opening' ? save : shown;
  if (shown !== save) setShown(save);
  return save;
}

function shownOf(save: State): Shown {
  switch (save.state) {
    case 'opening':
      return { look: 'saving', icon: RefreshCw, text: words.opening };
    case 'saved':
      return { look: 'saved', icon: CloudCheck, text: words.saved };
    case 'saving':
      return { look: 'saving', icon: RefreshCw, text: words.saving, short: words.savingShort };
    case 'offline':
      return {
        look: 'offline',
        icon: CloudOff,
        text: words.offline(save.changes, save.isKept),
        short: words.offlineShort(save.changes, save.isKept),
      };
    case 'readonly':
      return {
        look: 'readonly',
        icon: Eye,
        text: save.isConnected ? words.readOnly : words.readOnlyOffline,
        why: reasonOf(save),
      };
    case 'outdated':
      return {
        look: 'offline',
        icon: TriangleAlert,
        text: words.outdated,
        why: words.outdatedReason(save.changes),
      };
    case 'closed':
      return { look: 'offline', icon: TriangleAlert, text: words.closed, why: reasonOf(save) };
  }
}

/** The sentence behind a state that stops somebody from writing: what happened, what was kept, what to do. */
export function reasonOf(save: State): string {
  switch (save.state) {
    case 'readonly':
      return `${words.reasons[save.reason ?? 'role'] ?? words.reasons.role}${words.notSent(save.changes)}`;
    case 'outdated':
      return words.outdatedReason(save.changes);
    case 'offline':
      return save.code === null ? '' : words.closedReason(save.code, save.changes, save.isKept);
    case 'closed':
      return words.closedReason(save.code, save.changes, save.isKept);
    default:
      return '';
  }
}
