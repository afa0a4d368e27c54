import type { Db } from '#db/kernel/client.ts';
import { type FoundMunicipality, findMunicipalities } from '#db/people/organisation/organisation-change.ts';
import { importCities, previewCityImport } from '#db/programme/territory/city-import.ts';
import { findVintage, loadRegister } from '#db/programme/territory/register.ts';
import type { CityImportDecision } from '#shared/programme/territory/city-import.ts';
import { readCityFile } from './city-file.ts';
import { readRegister, shippedVintage } from './register.ts';

/** The programme's cities as a file brings them, and the communes of the register. The register is loaded first where this vintage is missing. */
export interface Territories {
  /** What importing this file would do: the list of cities is left as it is. */
  preview(file: Uint8Array): Promise<CityImportDecision>;
  /** Imports the whole file, or nothing. */
  import(file: Uint8Array): Promise<CityImportDecision>;
  /** [O3] The communes of the register that somebody means by a code or a name. */
  find(typed: string): Promise<FoundMunicipality[]>;
}

export function createTerritories({ db, now }: { db: Db; now: () => Date }): Territories {
  let loading: Promise<void> | undefined;
  const load = async () => {
    if ((await findVintage(db)) !== (await shippedVintage()))
      await loadRegister(db, await readRegister(), now());
  };
  const ensureRegister = () => {
    // Two people at once wait for one load; a failed one is tried again by the next.
    loading ??= load().finally(() => {
      loading = undefined;
    });
    return loading;
  };
  const decide = async (file: Uint8Array, by: typeof importCities): Promise<CityImportDecision> => {
    const read = readCityFile(file);
    if (!read.ok) return { ok: false, refusals: [read.refusal], warnings: [] };
    await ensureRegister();
    return by(db, read.table);
  };
  return {
    preview: (file) => decide(file, previewCityImport),
    import: (file) => decide(file, importCities),
    async find(typed) {
      await ensureRegister();
      return findMunicipalities(db, typed);
    },
  };
}
