import { and, desc, eq, inArray, ne, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { FormWorld } from '#shared/programme/application/world.ts';
import type { Db } from '../../kernel/client.ts';
import { applications } from '../application/schema.ts';
import {
  agreementMunicipalities,
  agreements,
  intermunicipalities,
  municipalities,
} from '../territory/schema.ts';
import { callDerogations, calls } from './schema.ts';

const successors = alias(municipalities, 'successor');

/** Codes of communes and SIREN of intermunicipalities that answers name, besides those of conventions. */
export interface NamedPlaces {
  readonly municipalityCodes?: readonly string[];
  readonly intermunicipalitySirens?: readonly string[];
}

/**
 * [CA10] What checks of one application’s answers must know: every convention and its communes (about 250), the places that
 * answers name, the conventions that others of the season applied for, and whether its organisation was exempted.
 */
export async function loadFormWorld(
  db: Db,
  {
    callId,
    organisationId,
    applicationId,
    named = {},
  }: {
    callId: string;
    organisationId: string | null;
    /** The application itself, which does not stand in its own way; null before there is one. */
    applicationId: string | null;
    named?: NamedPlaces;
  },
): Promise<FormWorld> {
  const known = await db
    .select({
      code: municipalities.code,
      name: municipalities.name,
      siren: municipalities.siren,
      agreementId: agreementMunicipalities.agreementId,
      intermunicipalitySiren: municipalities.intermunicipalitySiren,
      successorCode: successors.code,
      successorName: successors.name,
    })
    .from(municipalities)
    .leftJoin(agreementMunicipalities, eq(agreementMunicipalities.municipalityCode, municipalities.code))
    .leftJoin(successors, eq(successors.code, municipalities.replacedBy))
    .where(
      or(
        inArray(
          municipalities.code,
          db.select({ code: agreementMunicipalities.municipalityCode }).from(agreementMunicipalities),
        ),
        inArray(municipalities.code, [...(named.municipalityCodes ?? []), '']),
      ),
    )
    .orderBy(municipalities.code);
  const sirens = [
    ...(named.intermunicipalitySirens ?? []),
    ...known.flatMap(({ intermunicipalitySiren }) => intermunicipalitySiren ?? []),
  ];
  return {
    municipalities: known.map(({ successorCode: code, successorName: name, ...one }) => ({
      ...one,
      replacedBy: code !== null && name !== null ? { code, name } : null,
    })),
    agreements: await db
      .select({ id: agreements.id, name: agreements.name, isInProgramme: agreements.isInProgramme })
      .from(agreements)
      .orderBy(agreements.id),
    intermunicipalities: await db
      .select({ siren: intermunicipalities.siren, name: intermunicipalities.name })
      .from(intermunicipalities)
      .where(inArray(intermunicipalities.siren, [...new Set(sirens), '']))
      .orderBy(intermunicipalities.name),
    takenAgreementIds: await takenAgreements(db, callId, applicationId),
    hasDerogation: organisationId !== null && (await isExempt(db, { callId, organisationId })),
  };
}

/** [CA10] Conventions for which the season has an application that was submitted and not withdrawn, this one aside. */
async function takenAgreements(db: Db, callId: string, exceptId: string | null): Promise<string[]> {
  const season = db.select({ id: calls.seasonId }).from(calls).where(eq(calls.id, callId));
  const rows = await db
    .selectDistinct({ id: applications.agreementId })
    .from(applications)
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(
      and(
        inArray(calls.seasonId, season),
        inArray(applications.status, ['submitted', 'correction', 'decided']),
        exceptId === null ? undefined : ne(applications.id, exceptId),
      ),
    );
  return rows.flatMap(({ id }) => id ?? []);
}

/** [CA11] Whether a coordinator exempted this organisation from the rule of conventions, for this call: the last word counts. */
export async function isExempt(
  db: Db,
  { callId, organisationId }: { callId: string; organisationId: string },
): Promise<boolean> {
  const [last] = await db
    .select({ isGranted: callDerogations.isGranted })
    .from(callDerogations)
    .where(and(eq(callDerogations.callId, callId), eq(callDerogations.organisationId, organisationId)))
    .orderBy(desc(callDerogations.decidedAt), desc(callDerogations.id))
    .limit(1);
  return last?.isGranted ?? false;
}
