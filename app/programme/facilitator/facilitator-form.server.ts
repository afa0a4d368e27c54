import type {
  FacilitatorForReader,
  TypedFacilitator,
} from '#shared/programme/facilitator/territorial-facilitator.ts';

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
