import { lazy, Suspense } from 'react';
import type { RoomState } from './room-state.ts';

const FallbackState = lazy(() => import('./fallback-state.tsx'));

/** Stands beside the save state, whose truth it does not change, while the line is not the usual one. */
export function LineState({ state }: { state: RoomState }) {
  return (
    // The region is there before its words, or they would not be read aloud.
    <span className="inline-flex" role="status">
      {state.isFallback && (
        <Suspense>
          <FallbackState />
        </Suspense>
      )}
    </span>
  );
}
