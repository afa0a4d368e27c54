import { useEffect, useRef } from 'react';
import { useFetcher } from 'react-router';
import { organising as words } from '#shared/documents/list/document-organising.fr.ts';
import { useToast } from '../../ui/toast.tsx';

type Answer = { readonly error: string | null };

/** A change that is asked of the server, what to say once it is done, and how to undo it. */
export interface Change {
  readonly ask: Readonly<Record<string, string>>;
  readonly said: string;
  readonly undo?: { readonly ask: Readonly<Record<string, string>>; readonly said: string };
}

/** Asks the page's own action for changes, one after another, and says what came of each, with the way to undo it. */
export function useOrganise(): { change: (change: Change) => void; isBusy: boolean } {
  const fetcher = useFetcher<Answer>();
  const show = useToast();
  const asked = useRef<Change | null>(null);
  const change = (next: Change) => {
    asked.current = next;
    void fetcher.submit(next.ask, { method: 'post' });
  };
  const { data, state } = fetcher;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when the answer has come.
  useEffect(() => {
    const done = asked.current;
    if (state !== 'idle' || !data || !done) return;
    asked.current = null;
    if (data.error) {
      show({ text: `${words.refused}\u00a0: ${data.error}` });
      return;
    }
    const { undo } = done;
    show({
      text: done.said,
      ...(undo && { action: { label: words.undo, onPress: () => change(undo) } }),
    });
  }, [data, state]);
  return { change, isBusy: state !== 'idle' };
}
