import { Avatar } from './avatar.tsx';

interface Mark {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly colour: number;
}

/** Square marks of organisations side by side, each with its name for screen readers. */
export function OrganisationMarks({ organisations }: { organisations: readonly Mark[] }) {
  return (
    <span className="avs">
      {organisations.map(({ id, name, shortName, colour }) => (
        <Avatar key={id} letters={shortName} colour={colour} label={name} isSquare isSmall />
      ))}
    </span>
  );
}
