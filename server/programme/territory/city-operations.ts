import { z } from 'zod';
import { importCities } from '#db/programme/territory/city-import.ts';
import { undoCityImport } from '#db/programme/territory/city-import-undo.ts';
import { programmeList } from '#db/programme/territory/programme-list.ts';
import { Id } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { operation } from '../../kernel/operation.ts';
import { onPlatform } from '../../people/rights.ts';

const Cells = z.array(z.string());

/** [T4] The cities of the programme. */
export const cityOperations = {
  /** A whole file, or nothing of it: gives what was decided, with all that is wrong by line. */
  'cities.import': operation({
    input: z.object({
      table: z.object({ header: Cells, rows: z.array(z.object({ line: z.int(), cells: Cells })) }),
    }),
    right: onPlatform('territories.import'),
    refusals: {},
    run: async ({ tx, by, now, newId }, { table }) => ok(await importCities(tx, table, { by, now, newId })),
  }),

  /** [T14] The list that the product brings along. The register has been loaded. */
  'cities.importProgramme': operation({
    input: z.object({}),
    right: onPlatform('territories.import'),
    refusals: {},
    run: async ({ tx, by, now, newId }) => ok(await importCities(tx, programmeList(), { by, now, newId })),
  }),

  /** [T13] The last import, as one. */
  'cities.undoImport': operation({
    input: z.object({ importId: Id }),
    right: onPlatform('territories.import'),
    refusals: { 'cityImport.notLast': '', 'cityImport.inUse': '' },
    run: ({ tx, now }, { importId: id }) => undoCityImport(tx, { id, now }),
  }),
};
