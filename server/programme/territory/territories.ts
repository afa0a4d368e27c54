import type { Db } from '#db/kernel/client.ts';
import { type FoundMunicipality, findMunicipalities } from '#db/people/organisation/organisation-change.ts';
import { previewCityImport } from '#db/programme/territory/city-import.ts';
import { programmeList } from '#db/programme/territory/programme-list.ts';
import { findVintage, loadRegister } from '#db/programme/territory/register.ts';
import type { CityImportDecision } from '#shared/programme/territory/city-import.ts';
import type { CsvTable } from '#shared/programme/territory/city-table.ts';
import { readCityFile } from './city-file.ts';
import { readRegister, shippedVintage } from './register.ts';

/** A file as its cells, or why it is none. */
type CityTable =
  | { readonly ok: true; readonly table: CsvTable }
  | Extract<CityImportDecision, { readonly ok: false }>;

/** The programme's cities as a file brings them, and the communes of the register. The register is loaded first where this vintage is missing. */
export interface Territories {
  /** Reads the file and sees to the register, for `preview` and 'cities.import'. */
  read(file: Uint8Array): Promise<CityTable>;
  /** What importing what was read would do: the list of cities is left as it is. */
  preview(table: CsvTable): Promise<CityImportDecision>;
  /** [T14] What importing the list of the programme would do; the register is there afterwards, for 'cities.importProgramme'. */
  previewProgramme(): Promise<CityImportDecision>;
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
  const read = async (file: Uint8Array): Promise<CityTable> => {
    const found = readCityFile(file);
    if (!found.ok) return { ok: false, refusals: [found.refusal], warnings: [] };
    await ensureRegister();
    return found;
  };
  return {
    read,
    preview: (table) => previewCityImport(db, table),
    async previewProgramme() {
      await ensureRegister();
      return previewCityImport(db, programmeList());
    },
    async find(typed) {
      await ensureRegister();
      return findMunicipalities(db, typed);
    },
  };
}
