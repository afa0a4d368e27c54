import { slugOf } from '../../kernel/ids.ts';
import type { Agreement } from './agreement.ts';
import { type AgreementDraft, completeAgreement, isSameAgreement, readAgreement } from './agreement-draft.ts';
import type { CityRefusal, CityWarning } from './city-finding.ts';
import { type ChangedCity, type PlacedOrganisation, placeCities } from './city-organisation.ts';
import { type CityRow, type CsvTable, readCityTable } from './city-table.ts';
import { municipalityCodeOf, withLeadingZero } from './municipality-code.ts';

/** A commune as the national register knows it. */
export interface RegisterEntry {
  readonly code: string;
  readonly name: string;
  /** Name of its department; empty when the register has none. */
  readonly department: string;
  /** The commune it was merged into, if any. */
  readonly replacedBy: { readonly code: string; readonly name: string } | null;
}

/** A commune of the programme's list and its convention. */
export interface CityPlace {
  readonly municipalityCode: string;
  readonly name: string;
  readonly agreementId: string;
}

/** What the database holds before the import. */
export interface ExistingCities {
  readonly agreements: readonly Agreement[];
  readonly places: readonly CityPlace[];
  /** All of them, the oldest first. */
  readonly organisations: readonly PlacedOrganisation[];
}

export interface CityCounts {
  /** Communes read in the file, and the conventions they signed. */
  readonly cities: number;
  readonly agreements: number;
  /** Those of the programme's 2022 call among them. */
  readonly programmeCities: number;
  readonly programmeAgreements: number;
}

/** An accepted import: what it writes, and what there is to say about it. */
export interface CityImport {
  readonly counts: CityCounts;
  readonly warnings: readonly CityWarning[];
  /** New or changed conventions, and new or moved communes: nothing else is written. */
  readonly agreements: readonly Agreement[];
  readonly places: readonly CityPlace[];
  /** Communes known before that the file does not name: they stay as they are. */
  readonly absent: readonly CityPlace[];
  /** [T12] Organisations that are made for communes of the programme, or tied to them, in the order of the file. */
  readonly organisations: readonly ChangedCity[];
}

/** Not a `Result`: a refused file has many faults, and people mend them all before they try again. */
export type CityImportDecision =
  | { readonly ok: true; readonly value: CityImport }
  | {
      readonly ok: false;
      readonly refusals: readonly CityRefusal[];
      readonly warnings: readonly CityWarning[];
    };

/** The codes whose entry in the register `decideCityImport` needs, those a spreadsheet has shortened included. */
export function codesToLookUp(table: CsvTable): string[] {
  const codes = readCityTable(table).rows.flatMap(({ code }) => {
    const found = municipalityCodeOf(code) ?? withLeadingZero(code);
    return found ? [found] : [];
  });
  return [...new Set(codes)];
}

/**
 * [T4] Decides an import of the programme's cities as a whole: one fault refuses the file, and every fault is named
 * with its line. Communes that left the file are kept ([T8]); a second run of the same file writes nothing ([T9]).
 */
export function decideCityImport(
  table: CsvTable,
  register: ReadonlyMap<string, RegisterEntry>,
  existing: ExistingCities,
): CityImportDecision {
  const read = readCityTable(table);
  const refusals = [...read.refusals];
  const warnings: CityWarning[] = [];
  const known = new Map(existing.places.map((place) => [place.municipalityCode, place]));
  const knownAgreements = new Map(existing.agreements.map((agreement) => [agreement.id, agreement]));
  const lines = new Map<string, number>();
  const places: CityPlace[] = [];
  const drafts = new Map<string, AgreementDraft>();

  for (const row of read.rows) {
    const entry = readCity(row, register, lines, refusals);
    const draft = readAgreement(row, drafts, refusals, warnings);
    if (entry) {
      // An empty cell says nothing.
      if (row.name !== '' && slugOf(entry.name) !== slugOf(row.name)) {
        warnings.push({ code: 'city.nameDiffers', line: row.line, value: row.name, expected: entry.name });
      }
      const before = known.get(entry.code);
      if (before && draft && before.agreementId !== draft.id) {
        warnings.push({
          code: 'city.moved',
          line: row.line,
          value: entry.name,
          from: before.agreementId,
          to: draft.id,
        });
      }
    }
    if (entry && draft)
      places.push({ municipalityCode: entry.code, name: entry.name, agreementId: draft.id });
  }
  if (refusals.length > 0) return { ok: false, refusals: inFileOrder(refusals), warnings };

  const agreements = [...drafts.values()].map((draft) =>
    completeAgreement(draft, knownAgreements.get(draft.id)),
  );
  const programme = new Set(agreements.filter(({ isInProgramme }) => isInProgramme).map(({ id }) => id));
  const named = new Set(places.map(({ municipalityCode }) => municipalityCode));
  return {
    ok: true,
    value: {
      counts: {
        cities: places.length,
        agreements: agreements.length,
        programmeCities: places.filter(({ agreementId }) => programme.has(agreementId)).length,
        programmeAgreements: programme.size,
      },
      warnings,
      agreements: agreements.filter(
        (agreement) => !isSameAgreement(agreement, knownAgreements.get(agreement.id)),
      ),
      places: places.filter((place) => known.get(place.municipalityCode)?.agreementId !== place.agreementId),
      absent: existing.places.filter(({ municipalityCode }) => !named.has(municipalityCode)),
      organisations: organisationsOf(
        places.filter(({ agreementId }) => programme.has(agreementId)),
        register,
        existing.organisations,
      ),
    },
  };
}

function organisationsOf(
  places: readonly CityPlace[],
  register: ReadonlyMap<string, RegisterEntry>,
  organisations: readonly PlacedOrganisation[],
): CityImport['organisations'] {
  const cities = places.map(({ municipalityCode: code, name }) => ({
    ...{ code, name, department: register.get(code)?.department ?? '' },
  }));
  return placeCities(cities, organisations).filter((placing) => placing.does !== 'keep');
}

function readCity(
  { line, code: value }: CityRow,
  register: ReadonlyMap<string, RegisterEntry>,
  lines: Map<string, number>,
  refusals: CityRefusal[],
): RegisterEntry | null {
  const refuse = (refusal: CityRefusal) => {
    refusals.push(refusal);
    return null;
  };
  const code = municipalityCodeOf(value);
  if (!code) {
    const meant = register.get(withLeadingZero(value) ?? '');
    if (!meant) return refuse({ code: 'city.codeMalformed', line, value });
    return refuse({ code: 'city.leadingZeroLost', line, value, expected: meant.code, name: meant.name });
  }
  const entry = register.get(code);
  if (!entry) return refuse({ code: 'city.codeUnknown', line, value: code });
  if (entry.replacedBy) return refuse({ code: 'city.merged', line, value: code, into: entry.replacedBy });
  const firstLine = lines.get(code);
  if (firstLine !== undefined) return refuse({ code: 'city.twice', line, value: code, firstLine });
  lines.set(code, line);
  return entry;
}

function inFileOrder(refusals: readonly CityRefusal[]): CityRefusal[] {
  const line = (refusal: CityRefusal) => ('line' in refusal ? refusal.line : 0);
  return refusals.toSorted((a, b) => line(a) - line(b));
}
