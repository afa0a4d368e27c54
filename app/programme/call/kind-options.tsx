import type { FieldKind } from '#shared/programme/application/form.ts';
import { callForm as words } from '#shared/programme/call/call-form.fr.ts';
import { optionsOf } from '../../ui/choices.tsx';

/** The natures that an answer may have, by group. */
export function KindOptions({ kinds }: { kinds: readonly FieldKind[] }) {
  return words.kindGroups.map(([name, ofGroup]) => {
    const known = kinds.filter((kind) => (ofGroup as readonly FieldKind[]).includes(kind));
    return (
      known.length > 0 && (
        <optgroup key={name} label={name}>
          {optionsOf(known, words.kinds)}
        </optgroup>
      )
    );
  });
}
