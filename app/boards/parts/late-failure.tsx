interface LateFailureProps {
  readonly words: Readonly<Record<'failed' | 'retry', string>>;
  readonly onRetry: () => void;
}

/** A part of the page whose script or data did not come: said where it would stand, with a way to ask again. */
export function LateFailure({ words, onRetry }: LateFailureProps) {
  return (
    <p className="note warning small" role="alert">
      {words.failed}{' '}
      <button className="btn sm" type="button" onClick={onRetry}>
        {words.retry}
      </button>
    </p>
  );
}
