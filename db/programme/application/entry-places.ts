import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { foldedWords } from '#shared/kernel/text/fold.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import { entry as words } from '#shared/people/entry/entry.fr.ts';
import type { EntryPlace } from '#shared/people/entry/entry.ts';
import { lettersOf } from '#shared/people/organisation/organisation-letters.ts';
import type { Form } from '#shared/programme/application/form.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { addOrganisation } from '../../people/organisation/organisation-change.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { isExempt } from '../call/form-worlds.ts';
import { type Making, organisationOfCity } from '../territory/organisation-of-city.ts';
import {
  agreementMunicipalities,
  agreements,
  departments,
  intermunicipalities,
  municipalities,
} from '../territory/schema.ts';
import { LEADING_KINDS } from './application-creation.ts';

const [COMMUNE, EPCI, ORGANISATION] = ['commune-', 'epci-', 'organisme-'] as const;

/**
 * [EN9] Whoever may lead an application: the communes of the programme and their intermunicipalities, and the organisations of those kinds that are
 * here under another name, agencies too; in French alphabetical order, each once.
 */
export async function listEntryPlaces(db: Db): Promise<readonly EntryPlace[]> {
  const communes = await db
    .select({
      code: municipalities.code,
      name: municipalities.name,
      department: departments.name,
      siren: intermunicipalities.siren,
      grouping: intermunicipalities.name,
    })
    .from(agreementMunicipalities)
    .innerJoin(
      agreements,
      and(eq(agreements.id, agreementMunicipalities.agreementId), eq(agreements.isInProgramme, true)),
    )
    .innerJoin(
      municipalities,
      and(
        eq(municipalities.code, agreementMunicipalities.municipalityCode),
        isNull(municipalities.replacedBy),
      ),
    )
    .leftJoin(departments, eq(departments.code, municipalities.departmentCode))
    .leftJoin(intermunicipalities, eq(intermunicipalities.siren, municipalities.intermunicipalitySiren));
  const here = await db
    .select({
      id: organisations.id,
      name: organisations.name,
      kind: organisations.kind,
      code: organisations.municipalityCode,
    })
    .from(organisations)
    .where(inArray(organisations.kind, [...LEADING_KINDS]));
  const codes = new Set(communes.map(({ code }) => code));
  const taken = new Set(here.map(({ name }) => foldedWords(name)));
  const groupings = new Map(
    communes.flatMap(({ siren, grouping }) => (siren && grouping ? [[siren, grouping]] : [])),
  );
  return [
    ...communes.map(({ code, name, department }) => ({
      ...{ value: COMMUNE + code, name, detail: department ?? code },
    })),
    ...[...groupings]
      .filter(([, name]) => !taken.has(foldedWords(name)))
      .map(([siren, name]) => ({ value: EPCI + siren, name, detail: words.kinds.intermunicipality ?? '' })),
    ...here
      .filter(({ kind, code }) => kind !== 'municipality' || code === null || !codes.has(code))
      .filter(
        ({ kind, name }) =>
          kind !== 'municipality' || !communes.some((one) => foldedWords(one.name) === foldedWords(name)),
      )
      .map(({ id, name, kind }) => ({ value: ORGANISATION + id, name, detail: words.kinds[kind] ?? '' })),
  ].toSorted((a, b) => inFrench(a.name, b.name));
}

/** [EN9] The organisation of a place, found or made; null for what no list of ours says. */
export async function organisationOfPlace(
  tx: Tx,
  value: string,
  making: Making,
): Promise<{ readonly id: string; readonly name: string } | null> {
  if (value.startsWith(COMMUNE)) {
    const city = await organisationOfCity(tx, value.slice(COMMUNE.length), making);
    return city.ok ? city.value : null;
  }
  if (value.startsWith(EPCI)) return organisationOfGrouping(tx, value.slice(EPCI.length), making);
  const id = value.startsWith(ORGANISATION) ? value.slice(ORGANISATION.length) : '';
  const [found] = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.id, id), inArray(organisations.kind, [...LEADING_KINDS])));
  return found ?? null;
}

async function organisationOfGrouping(tx: Tx, siren: string, { newId, now }: Making) {
  const [grouping] = await tx
    .selectDistinct({ name: intermunicipalities.name })
    .from(intermunicipalities)
    .innerJoin(municipalities, eq(municipalities.intermunicipalitySiren, intermunicipalities.siren))
    .innerJoin(agreementMunicipalities, eq(agreementMunicipalities.municipalityCode, municipalities.code))
    .where(and(eq(intermunicipalities.siren, siren), isNotNull(intermunicipalities.name)));
  if (!grouping) return null;
  const id = newId();
  const { name } = grouping;
  const shortName = lettersOf(name, new Set());
  const made = await addOrganisation(tx, {
    id,
    name,
    shortName,
    kind: 'intermunicipality',
    municipalityCode: null,
    now,
  });
  if (made.ok) return { id, name };
  // It is here by this name.
  const all = await tx.select({ id: organisations.id, name: organisations.name }).from(organisations);
  const found = all.find((one) => foldedWords(one.name) === foldedWords(name));
  return found ?? null;
}

/**
 * [EN9] The conventions among which this organisation says its own: it has signed none, and the call’s form wants one. Empty when there is nothing to
 * say.
 */
export async function listAgreementsToSay(
  db: Db,
  { organisationId, callId, form }: { organisationId: string; callId: string; form: Form },
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (!form.rules.includes('agreement') || (await isExempt(db, { callId, organisationId }))) return [];
  const [own] = await db
    .select({ id: agreementMunicipalities.agreementId })
    .from(organisations)
    .innerJoin(
      agreementMunicipalities,
      eq(agreementMunicipalities.municipalityCode, organisations.municipalityCode),
    )
    .where(eq(organisations.id, organisationId));
  if (own) return [];
  const all = await db
    .select({ id: agreements.id, name: agreements.name })
    .from(agreements)
    .where(eq(agreements.isInProgramme, true));
  return all.toSorted((a, b) => inFrench(a.name, b.name));
}

/** [EN7] The organisation of a place as far as there is one: who only asks for an access makes none. */
export async function organisationKnownAs(db: Db, value: string): Promise<string | null> {
  const is = value.startsWith(COMMUNE)
    ? eq(organisations.municipalityCode, value.slice(COMMUNE.length))
    : eq(organisations.id, value.startsWith(ORGANISATION) ? value.slice(ORGANISATION.length) : '');
  const [found] = await db.select({ id: organisations.id }).from(organisations).where(is);
  return found?.id ?? null;
}
