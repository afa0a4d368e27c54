import type { ComponentType } from 'react';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { LateFailure } from './parts/late-failure.tsx';
import { useLate } from './use-late.ts';

interface LateDialogProps<P> {
  /** The same function at each drawing. */
  readonly load: () => Promise<{ default: ComponentType<P> }>;
  readonly props: P;
}

/** A dialog whose script comes when it is opened. */
export function LateDialog<P extends object>({ load, props }: LateDialogProps<P>) {
  const { Part, hasFailed, retry } = useLate(true, load);
  if (Part) return <Part {...props} />;
  return hasFailed && <LateFailure words={boardPage.late} onRetry={retry} />;
}
