import type { DemoExperiment } from '../demo-experiment.ts';

const none = { difficulties: '', help: '' };

export const floods: DemoExperiment = {
  key: 'crues',
  theme: 'risques',
  title: 'Prévenir avant la crue',
  summary: 'Prévenir les riverains des petits cours d’eau, que la vigilance nationale ne suit pas.',
  cities: ['hautelande', 'castelbrume'],
  team: [
    { person: 'mathilde-garnier', role: 'business' },
    { person: 'lea-pons', role: 'data' },
  ],
  firstMonth: -4,
  lastMonth: 3,
  states: [{ to: 'running', month: -4 }],
  reached: [0],
  slip: null,
  log: [
    {
      month: -4,
      by: 'mathilde-garnier',
      mood: 'good',
      done: 'Les deux ruisseaux à suivre sont choisis, avec les riverains et le syndicat de rivière.',
      ...none,
      business: '2',
      data: '1',
    },
    {
      month: -3,
      by: 'lea-pons',
      mood: 'fair',
      done: 'Trois échelles de crue repérées et photographiées. Deux sondes d’essai sont posées.',
      difficulties: 'Une sonde ne transmet pas sous le pont de la Halle.',
      help: 'L’expérience d’une ville qui mesure déjà un niveau d’eau.',
      business: '1,5',
      data: '3',
    },
  ],
  difficulties: [
    {
      kind: 'technical',
      description: 'La sonde du pont de la Halle ne transmet pas.',
      lever: 'Un relais sur le mât d’éclairage voisin.',
      month: -3,
      isResolved: false,
    },
  ],
  indicators: [
    {
      name: 'Délai entre la mesure et l’alerte',
      unit: 'min',
      target: '15',
      values: [
        [-3, '90'],
        [-2, '48'],
      ],
    },
  ],
  evaluation: {},
  partners: [{ name: 'Syndicat de rivière de la Brume', part: 'Échelles de crue et connaissance des lieux' }],
};
