import { eq } from 'drizzle-orm';
import type { SheetPlace } from '#shared/publication/sheet/sheet-facts.ts';
import type { Db } from '../../kernel/client.ts';
import { useCaseSheetPublications } from '../../publication/sheet/schema.ts';

/** Where the invented towns would be: no register has them, and a real commune lends nothing to the demonstration. */
const PLACES: Readonly<Record<string, SheetPlace>> = {
  'Valmont-sur-Loire': {
    code: '49999',
    name: 'Valmont-sur-Loire',
    department: { code: '49', name: 'Maine-et-Loire' },
  },
  'Saint-Aubin-les-Marais': {
    code: '85999',
    name: 'Saint-Aubin-les-Marais',
    department: { code: '85', name: 'Vendée' },
  },
  'Pont-Ormeau': { code: '61999', name: 'Pont-Ormeau', department: { code: '61', name: 'Orne' } },
  Clairvigne: { code: '21999', name: 'Clairvigne', department: { code: '21', name: 'Côte-d’Or' } },
  Castelbrume: { code: '38999', name: 'Castelbrume', department: { code: '38', name: 'Isère' } },
};

/** Puts the published sheets of the demonstration on the map. */
export async function placeSheets(tx: Db): Promise<void> {
  for (const { sheetId, facts } of await tx.select().from(useCaseSheetPublications)) {
    const places = facts.cities.flatMap((city) => PLACES[city] ?? []);
    await tx
      .update(useCaseSheetPublications)
      .set({ facts: { ...facts, places } })
      .where(eq(useCaseSheetPublications.sheetId, sheetId));
  }
}
