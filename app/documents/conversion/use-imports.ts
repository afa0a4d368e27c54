import { useCallback, useEffect, useRef, useState } from 'react';
import { conversion } from '#shared/documents/conversion/conversion.fr.ts';
import { conversionPage as words } from '#shared/documents/conversion/conversion-page.fr.ts';
import { importing } from '#shared/documents/conversion/import.fr.ts';
import type { Progress } from '#shared/documents/conversion/progress.ts';
import { editorDialogs } from '#shared/documents/editor/editor-dialogs.fr.ts';
import { type SentImport, sendImport } from './send-import.ts';

/** A file on its way to be a document. */
export interface ImportLine {
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'done' | 'refused';
  readonly progress: Progress | null;
  readonly made: Extract<SentImport, { id: string }> | null;
  readonly sentence: string;
}

/** Sends files one after the other; each may be refused without the others. */
export function useImports(address: string, megabytes: number, onImported: () => void) {
  const [lines, setLines] = useState<readonly ImportLine[]>([]);
  const [isBusy, setBusy] = useState(false);
  const stopping = useRef<AbortController>(null);
  useEffect(() => () => stopping.current?.abort(), []);

  const start = useCallback(
    async (files: readonly File[]) => {
      const stop = new AbortController();
      stopping.current = stop;
      const change = (at: number, to: Partial<ImportLine>) =>
        setLines((now) => now.map((line, index) => (index === at ? { ...line, ...to } : line)));
      setBusy(true);
      setLines(files.map((file) => ({ file, state: 'waiting', progress: null, made: null, sentence: '' })));
      for (const [at, file] of files.entries()) {
        if (stop.signal.aborted) change(at, { state: 'refused', sentence: words.stoppedOne });
        else if (file.size > megabytes * 1024 * 1024) {
          change(at, { state: 'refused', sentence: words.tooLarge(megabytes) });
        } else {
          change(at, { state: 'sending' });
          try {
            const sent = await sendImport(address, file, stop.signal, (progress) => change(at, { progress }));
            if ('refused' in sent) change(at, { state: 'refused', sentence: sentenceOf(sent.refused) });
            else {
              change(at, { state: 'done', made: sent });
              onImported();
            }
          } catch {
            change(at, { state: 'refused', sentence: words.stoppedOne });
          }
        }
      }
      setBusy(false);
    },
    [address, megabytes, onImported],
  );

  return { lines, isBusy, start, stop: () => stopping.current?.abort() };
}

function sentenceOf(code: string): string {
  const known: Readonly<Record<string, string>> = {
    ...editorDialogs.errors,
    ...conversion.errors,
    ...importing.errors,
  };
  return Object.hasOwn(known, code) ? (known[code] ?? words.unreachable) : words.unreachable;
}
