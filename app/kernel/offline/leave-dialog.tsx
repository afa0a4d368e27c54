import { useState } from 'react';
import type { WorkerMessage } from '#shared/kernel/offline/kept-room.ts';
import { offline as words } from '#shared/kernel/offline/offline.fr.ts';
import { paths } from '#shared/paths.ts';
import { clearCopies, unsentChanges } from '../../realtime/closing/held-copies.ts';
import { clearLocal } from '../../realtime/closing/local-keys.ts';
import { AriaFrame } from '../../ui/late/aria-frame.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';

/** What would be lost by leaving; null when nothing would. */
type Lost = { readonly changes: number; readonly isUnread: boolean; readonly isInTabOnly: boolean } | null;

export interface LeaveDialogProps {
  readonly userId: string;
  /** Null: the way out was tried, and the server did not answer. */
  readonly unsent: Lost;
  readonly onClose: () => void;
}

/** Asks before work that exists nowhere else goes with the session. */
export function LeaveDialog({ userId, unsent, onClose }: LeaveDialogProps) {
  const [hasFailed, setFailed] = useState(unsent === null);
  const leave = async () => {
    if (!(await leaveDevice(userId))) setFailed(true);
  };
  return (
    <AriaFrame>
      <Dialog title={words.leaveTitle} isOpen onClose={onClose}>
        {unsent && unsent.changes > 0 && (
          <p>
            {words.leaveText(unsent.changes)} {words.leaveLost}
          </p>
        )}
        {unsent?.isUnread && <p className="mt-2">{words.leaveUnread}</p>}
        {unsent?.isInTabOnly && <p className="mt-2">{words.leaveTab}</p>}
        {/* The region is there before its sentence: a screen reader reads what comes into it. */}
        <div role="alert">{hasFailed && <p className="note warning mt-4">{words.leaveOffline}</p>}</div>
        <div className="actions">
          <button className="btn primary" type="button" onClick={onClose}>
            {words.stay}
          </button>
          <button className="btn" type="button" onClick={() => void leave()}>
            {unsent === null ? words.retry : words.leave}
          </button>
        </div>
      </Dialog>
    </AriaFrame>
  );
}

/** Counts over all documents and boards of this account on this device, and asks this tab whether it holds more. */
export async function lookForUnsent(userId: string): Promise<Lost> {
  const unsent = await unsentChanges(userId);
  const changes = [...unsent.changes.values()].reduce((sum, count) => sum + count, 0);
  const isUnread = unsent.unread.size > 0;
  // Whoever would have asked before leaving the page says so here too.
  const isInTabOnly = !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  return changes > 0 || isUnread || isInTabOnly ? { changes, isUnread, isInTabOnly } : null;
}

/**
 * Signs out, then removes what this device keeps for the account, and goes to the door. False when the server could not be
 * reached: then nothing was changed.
 */
export async function leaveDevice(userId: string): Promise<boolean> {
  const answer = await fetch(paths.signOut(), { method: 'POST', redirect: 'manual' }).catch(() => null);
  if (answer?.type !== 'opaqueredirect') return false;
  const message: WorkerMessage = { type: 'signedOut' };
  navigator.serviceWorker?.controller?.postMessage(message);
  clearLocal(userId);
  await clearCopies(userId).catch(() => undefined);
  window.location.assign(paths.signIn());
  return true;
}
