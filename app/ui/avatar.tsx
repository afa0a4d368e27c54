/** A person is round, an organisation square; the colour identifies and the name is always said. */
export function Avatar({
  letters,
  colour,
  label,
  isSquare = false,
  isSmall = false,
}: {
  letters: string;
  colour: number;
  /** Said by screen readers; null when the name stands beside. */
  label: string | null;
  isSquare?: boolean;
  isSmall?: boolean;
}) {
  const className = ['av', `v${colour}`, isSmall && 'sm', isSquare && 'org'].filter(Boolean).join(' ');
  return label === null ? (
    <span className={className} aria-hidden="true">
      {letters}
    </span>
  ) : (
    <span className={className} role="img" aria-label={label} title={label}>
      {letters}
    </span>
  );
}
