import { data, type RouterContextProvider } from 'react-router';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../context.ts';
import { type Typed, text } from '../../kernel/gesture.server.ts';
import type { Refusal } from '../../kernel/refusal.server.ts';

const words = people.administration;

/** [O3] The commune of the register that a form says, by its code or by a name that no other has; null for none. */
export async function municipalityOf(
  context: Readonly<RouterContextProvider>,
  form: FormData,
): Promise<{ readonly code: string | null; readonly error: string | null }> {
  const typed = text(form.getAll('municipality')) ?? '';
  if (typed.trim() === '') return { code: null, error: null };
  const found = await context.get(servicesContext).territories.find(typed.slice(0, 100));
  const [only] = found;
  if (only && found.length === 1) return { code: only.code, error: null };
  return {
    code: null,
    error: only ? words.namesakes(found) : people.errors['organisation.municipalityUnknown'],
  };
}

/** The refusal of a commune beside what else the form says, to be shown again; `of` is which form of the page it is. */
export function refuseMunicipality(form: FormData, error: string, of: string) {
  const typed = ['name', 'shortName', 'kind', 'declaredEmail', 'municipality'].map((name) => [
    name,
    String(form.get(name) ?? ''),
  ]);
  const values: Typed = { ...Object.fromEntries(typed), form: of };
  return data<Refusal<Typed>>({ errors: { municipality: error }, values }, { status: 422 });
}
