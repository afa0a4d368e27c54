import { decision } from '#shared/meetings/decision/decision.fr.ts';
import { DECISION_STATES } from '#shared/meetings/decision/decision.ts';
import type { RegisterFilter } from '#shared/meetings/decision/register.ts';
import { FilterForm } from '../../ui/late/filter-form.tsx';

const words = decision.filters;

/** Narrows the register of decisions. */
export function RegisterFilters({
  filter,
  documents,
  register,
}: {
  filter: RegisterFilter;
  /** Those that have decisions. */
  documents: readonly { readonly id: string; readonly title: string }[];
  /** The register, unfiltered. */
  register: string;
}) {
  const isFiltered = filter.words !== '' || filter.state !== null || filter.documentId !== null;
  const states = DECISION_STATES.map((id) => ({ id, name: decision.states[id] }));
  return (
    <FilterForm
      address={register}
      isFiltered={isFiltered}
      words={{ label: words.label, submit: words.submit, reset: words.clear }}
      search={{ label: words.words, name: 'mots', value: filter.words }}
      selects={[
        { label: words.state, name: 'etat', value: filter.state ?? '', any: words.all, choices: states },
        {
          label: words.document,
          name: 'document',
          value: filter.documentId ?? '',
          any: words.all,
          choices: documents.map(({ id, title }) => ({ id, name: title })),
        },
      ]}
    />
  );
}
