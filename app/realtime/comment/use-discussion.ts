import { useCallback } from 'react';
import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import type { DiscussionJson } from '#shared/documents/comment/thread-wire.ts';
import { useToast } from '../../ui/toast.tsx';
import type { CommentStore } from './comment-store.ts';

/** What was done, and how to undo it. */
interface Done<R> {
  readonly said: string;
  readonly undo?: R;
}

/** Asks the server, then says what was done with the way to undo it, or why not. Answers whether it was done. */
export function useAct<T extends DiscussionJson, R extends object>(
  store: CommentStore<T, R> | null,
  refusal: (code: string, thread: T | undefined) => string,
): (request: R, done: Done<R>) => Promise<boolean> {
  const show = useToast();
  return useCallback(
    async function act(request: R, { said, undo }: Done<R>): Promise<boolean> {
      if (!store) return false;
      const answer = await store.send(request);
      if (!answer.ok) {
        const threadId = 'threadId' in request ? request.threadId : null;
        const thread = store.getState().threads.find(({ id }) => id === threadId);
        show({ text: refusal(answer.error, thread) });
        return false;
      }
      show({
        text: said,
        ...(undo && { action: { label: words.undo, onPress: () => void act(undo, { said: words.undone }) } }),
      });
      return true;
    },
    [store, show, refusal],
  );
}

/** Puts the address of a thread of this page in the clipboard, and says so. */
export function useCopyLink(): (threadId: string) => void {
  const show = useToast();
  return useCallback(
    (threadId: string) => {
      const link = new URL(window.location.href);
      link.search = `?fil=${threadId}`;
      link.hash = '';
      navigator.clipboard?.writeText(link.href).then(
        () => show({ text: words.linkCopied }),
        () => show({ text: words.linkNotCopied }),
      ) ?? show({ text: words.linkNotCopied });
    },
    [show],
  );
}
