import { data } from 'react-router';
import { z } from 'zod';
import { facilitator as words } from '#shared/programme/facilitator/facilitator.fr.ts';
import type { FacilitatorError } from '#shared/programme/facilitator/facilitator-errors.ts';
import type {
  FacilitatorForReader,
  TypedFacilitator,
} from '#shared/programme/facilitator/territorial-facilitator.ts';

const text = z.string().max(20_000).catch('');

/** What the form of a structure sends. */
export const FacilitatorFields = z.object({
  name: text,
  kind: text,
  offer: text,
  address: text,
  site: text,
  contactName: text,
  contactEmail: text,
  contactPhone: text,
  source: text,
  certainty: text,
  areas: text,
});

/** Refuses in French, keeping what was typed. */
export function refuseFacilitator(
  typed: TypedFacilitator,
  faults: Readonly<Partial<Record<string, FacilitatorError>>>,
  unknown: readonly string[] = [],
) {
  const errors: Record<string, string> = {};
  for (const [field, code] of Object.entries(faults)) if (code) errors[field] = words.errors[code];
  if (unknown.length > 0) errors.areas = words.notFound(unknown);
  return data({ typed, errors }, { status: 422 });
}

/** A structure as its form shows it. */
export function typedOf({ areas, contact, ...rest }: FacilitatorForReader): TypedFacilitator {
  return {
    ...rest,
    areas: areas.map(({ name }) => name).join('\n'),
    contactName: contact?.name ?? '',
    contactEmail: contact?.email ?? '',
    contactPhone: contact?.phone ?? '',
  };
}
