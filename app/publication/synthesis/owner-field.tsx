import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { SelectField } from '../../ui/field.tsx';

export interface PossibleOwner {
  readonly id: string;
  readonly name: string;
  readonly organisation: string | null;
}

interface OwnerFieldProps {
  readonly people: readonly PossibleOwner[];
  readonly chosen: string;
  readonly error: string | undefined;
}

/** [SY2] Who has a chapter: somebody of the programme, by organisation. */
export function OwnerField({ people, chosen, error }: OwnerFieldProps) {
  const byOrganisation = Map.groupBy(people, ({ organisation }) => organisation ?? words.withoutOrganisation);
  return (
    <SelectField
      label={words.ownerLabel}
      name="owner"
      hint={words.ownerHint}
      error={error}
      defaultValue={chosen}
    >
      <option value="">{words.nobody}</option>
      {[...byOrganisation].map(([organisation, members]) => (
        <optgroup key={organisation} label={organisation}>
          {namedOptions(members)}
        </optgroup>
      ))}
    </SelectField>
  );
}
