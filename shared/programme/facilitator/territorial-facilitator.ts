import { parseTitle } from '../../kernel/title.ts';
import { parseWebUrl } from '../../library/dataset/dataset.ts';
import type { FacilitatorError } from './facilitator-errors.ts';

/** What kind of structure helps local authorities with their data. */
export const FACILITATOR_KINDS = [
  'region',
  'department',
  'intermunicipality',
  'gip',
  'syndicate',
  'agency',
  'association',
  'other',
] as const;
export type FacilitatorKind = (typeof FACILITATOR_KINDS)[number];

/** What a structure may cover, from the widest. */
const AREA_LEVELS = ['region', 'department', 'intermunicipality'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

/** A territory of the register. */
export interface Area {
  readonly level: AreaLevel;
  readonly code: string;
  readonly name: string;
}

/** [AT1] What is said of a structure, without its territories. */
export interface FacilitatorFields {
  readonly name: string;
  readonly kind: FacilitatorKind;
  readonly offer: string;
  readonly address: string;
  readonly site: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactPhone: string;
  readonly source: string;
  readonly certainty: string;
}

/** The same as a form sends it; `areas` is a territory a line. */
export type TypedFacilitator = Readonly<Record<keyof FacilitatorFields | 'areas', string>>;
export type FacilitatorFaults = Readonly<Partial<Record<keyof TypedFacilitator, FacilitatorError>>>;

const OFFER_MAX = 5_000;
const TEXT_MAX = 300;

/** [AT1] Reads what a form says: everything that is wrong, by field, or the structure and the names of its territories. */
export function parseFacilitator(
  typed: TypedFacilitator,
):
  | { readonly fields: FacilitatorFields; readonly areas: readonly string[] }
  | { readonly faults: FacilitatorFaults } {
  const faults: Partial<Record<keyof TypedFacilitator, FacilitatorError>> = {};
  const name = parseTitle(typed.name);
  if (!name.ok) faults.name = 'facilitator.nameInvalid';
  const kind = FACILITATOR_KINDS.find((known) => known === typed.kind);
  if (!kind) faults.kind = 'facilitator.kindInvalid';
  if (typed.offer.length > OFFER_MAX) faults.offer = 'facilitator.textTooLong';
  for (const field of ['address', 'contactName', 'contactPhone', 'source', 'certainty'] as const)
    if (typed[field].trim().length > TEXT_MAX) faults[field] = 'facilitator.textTooLong';
  const site = typed.site.trim() === '' ? '' : parseWebUrl(withScheme(typed.site.trim()));
  if (site === null) faults.site = 'facilitator.siteInvalid';
  const contactEmail = typed.contactEmail.trim();
  if (contactEmail !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contactEmail))
    faults.contactEmail = 'facilitator.emailInvalid';
  if (Object.keys(faults).length > 0 || !name.ok || !kind || site === null) return { faults };
  const text = (field: keyof FacilitatorFields) => typed[field].trim();
  return {
    fields: {
      name: name.value,
      kind,
      offer: text('offer'),
      address: text('address'),
      site,
      contactName: text('contactName'),
      contactEmail,
      contactPhone: text('contactPhone'),
      source: text('source'),
      certainty: text('certainty'),
    },
    areas: typed.areas
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  };
}

const withScheme = (site: string) => (/^[a-z]+:/i.test(site) ? site : `https://${site}`);

/** A structure as its readers see it; its contact is null for those whom it is not told ([AT2]). */
export interface FacilitatorForReader
  extends Omit<FacilitatorFields, 'contactName' | 'contactEmail' | 'contactPhone'> {
  readonly id: string;
  readonly areas: readonly Area[];
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string } | null;
  readonly updatedAt: Date;
}
