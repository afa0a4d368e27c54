import type { OpenSheet } from '#shared/publication/open-data/open-table.ts';
import type { SheetNeed } from '#shared/publication/sheet/sheet-facts.ts';

const need = (more: Partial<SheetNeed>): SheetNeed => ({
  name: 'Inventaire des arbres',
  importance: 'essential',
  producerKind: 'public_local',
  producerName: 'Ville de Valmont',
  status: 'open',
  reason: null,
  schemaName: 'scdl/arbres',
  frequency: 'annual',
  licence: 'etalab-2.0',
  ...more,
});

/** Two published sheets of invented cities: one with an open and a closed need, one of before places and links were told. */
export const openSheets: readonly OpenSheet[] = [
  {
    address: 'arbres-et-ombrage-0a1b2c3d',
    title: 'Arbres & ombrage',
    hook: '=Choisir "où" planter ; et pourquoi',
    facts: {
      theme: { key: 'biodiversite', name: 'Biodiversité' },
      cities: ['Valmont', 'Saint-Aubin'],
      places: [{ code: '01004', name: 'Valmont', department: { code: '01', name: 'Ain' } }],
      size: 'medium',
      serviceKind: 'map',
      uses: ['cross', 'model'],
      needs: [
        need({ links: [{ name: 'Arbres 2022', url: 'https://valmont.example/arbres.csv', format: 'csv' }] }),
        need({ name: 'Réseaux enterrés', status: 'closed_justified', reason: 'securite', licence: 'none' }),
      ],
      effort: { days: 32, cost: 1200 },
      period: { startsOn: '2022-10-13', endsOn: '2023-06-13' },
    },
    firstAt: new Date('2023-05-01T08:00:00Z'),
    publishedAt: new Date('2023-05-12T08:00:00Z'),
  },
  {
    address: 'une-ancienne-fiche-11112222',
    title: 'Une ancienne fiche',
    hook: 'Avant',
    facts: {
      theme: { key: 'risques', name: 'Risques naturels' },
      cities: ['Brumeville'],
      size: null,
      serviceKind: null,
      uses: [],
      needs: [need({ name: 'Relevés de crue', producerName: '', schemaName: '', licence: 'other' })],
      effort: { days: 0, cost: 0 },
      period: { startsOn: null, endsOn: null },
    },
    firstAt: new Date('2023-04-01T08:00:00Z'),
    publishedAt: new Date('2023-04-01T08:00:00Z'),
  },
];
