import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Register, RegisterMunicipality } from '#db/programme/territory/register.ts';
import { printedName } from '#shared/programme/territory/territory-name.ts';

const PACKAGE = '@etalab/decoupage-administratif';
const { resolve } = createRequire(import.meta.url);

const Named = z.object({ code: z.string(), nom: z.string().transform(printedName) });
const Department = Named.extend({ region: z.string() });
const Intermunicipality = Named.extend({
  type: z.string(),
  populationMunicipale: z.number().optional(),
  membres: z.array(z.object({ code: z.string() })),
});
const Municipality = Named.extend({
  type: z.string(),
  departement: z.string(),
  region: z.string(),
  siren: z.string().optional(),
  codesPostaux: z.array(z.string()).default([]),
  population: z.number().optional(),
  /** Of a delegated or associated commune: the one it belongs to now. */
  chefLieu: z.string().optional(),
  /** Of a commune of today: the codes of those it replaced. */
  anciensCodes: z.array(z.string()).default([]),
});

async function read<T>(file: string, shape: z.ZodType<T>): Promise<T> {
  return shape.parse(JSON.parse(await readFile(resolve(`${PACKAGE}/${file}`), 'utf8')));
}

/** Which vintage the installed package carries, without reading the register itself. */
export async function shippedVintage(): Promise<string> {
  return (await read('package.json', z.object({ version: z.string() }))).version;
}

/** The whole register of the installed package: 13 MB of JSON, read when cities are imported and at no other time. */
export async function readRegister(): Promise<Register> {
  const [vintage, regions, departments, groupings, communes] = await Promise.all([
    shippedVintage(),
    read('data/regions.json', z.array(Named)),
    read('data/departements.json', z.array(Department)),
    read('data/epci.json', z.array(Intermunicipality)),
    read('data/communes.json', z.array(Municipality)),
  ]);
  return {
    vintage,
    regions: regions.map(({ code, nom }) => ({ code, name: nom })),
    departments: departments.map(({ code, nom, region }) => ({ code, name: nom, regionCode: region })),
    intermunicipalities: groupings.map(({ code, nom, type, populationMunicipale }) => ({
      siren: code,
      name: nom,
      kind: type,
      population: populationMunicipale ?? null,
    })),
    municipalities: municipalitiesOf(communes, groupings),
  };
}

/**
 * Communes of today, then those that were replaced. A delegated commune that gave its code to the new one is not a
 * commune any more: today's entry stands. Districts of Paris, Lyon and Marseille are no communes.
 */
function municipalitiesOf(
  communes: readonly z.output<typeof Municipality>[],
  groupings: readonly z.output<typeof Intermunicipality>[],
): RegisterMunicipality[] {
  const groupingOf = new Map(
    groupings.flatMap(({ code, membres }) => membres.map((member) => [member.code, code])),
  );
  const today = communes.filter(({ type }) => type === 'commune-actuelle');
  const codes = new Set(today.map(({ code }) => code));
  const former = new Map<string, RegisterMunicipality>();
  for (const { code, departement, region, anciensCodes } of today) {
    for (const old of anciensCodes) {
      former.set(old, replaced({ code: old, name: '', departement, region, by: code }));
    }
  }
  for (const { code, nom, departement, region, chefLieu } of communes) {
    if (chefLieu) former.set(code, replaced({ code, name: nom, departement, region, by: chefLieu }));
  }
  return [
    ...today.map(({ code, nom, departement, region, siren, codesPostaux, population }) => ({
      code,
      name: nom,
      departmentCode: departement,
      regionCode: region,
      intermunicipalitySiren: groupingOf.get(code) ?? null,
      siren: siren ?? null,
      postalCodes: codesPostaux,
      population: population ?? null,
      replacedBy: null,
    })),
    ...[...former.values()].filter(({ code }) => !codes.has(code)),
  ];
}

interface Replaced {
  readonly code: string;
  readonly name: string;
  readonly departement: string;
  readonly region: string;
  readonly by: string;
}

function replaced({ code, name, departement, region, by }: Replaced): RegisterMunicipality {
  return {
    code,
    name,
    departmentCode: departement,
    regionCode: region,
    intermunicipalitySiren: null,
    siren: null,
    postalCodes: [],
    population: null,
    replacedBy: by,
  };
}
