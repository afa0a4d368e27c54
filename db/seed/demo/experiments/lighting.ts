import type { DemoExperiment } from '../demo-experiment.ts';

const none = { difficulties: '', help: '' };

export const lighting: DemoExperiment = {
  key: 'sobriete',
  theme: 'transition',
  title: 'Éteindre sans inquiéter',
  summary: 'Décider des heures d’extinction de l’éclairage d’après les usages mesurés de chaque rue.',
  cities: ['clairvigne'],
  team: [{ person: 'thomas-ricard', role: 'business' }],
  firstMonth: -5,
  lastMonth: 1,
  states: [
    { to: 'running', month: -5 },
    {
      to: 'suspended',
      month: -2,
      reason: 'Le poste de correspondant données est vacant jusqu’au recrutement en cours.',
    },
  ],
  reached: [2],
  slip: null,
  log: [
    {
      month: -5,
      by: 'thomas-ricard',
      mood: 'good',
      done: 'Inventaire des armoires de commande terminé ; les plans de 1998 sont numérisés.',
      ...none,
      business: '3',
      data: '2',
    },
    {
      month: -4,
      by: 'thomas-ricard',
      mood: 'poor',
      done: 'Comptages de passage dans quatre rues.',
      difficulties: 'Le correspondant données quitte la ville.',
      help: 'Un appui ponctuel pour garder les données en ordre.',
      business: '1',
      data: '0,5',
    },
  ],
  difficulties: [],
  indicators: [],
  evaluation: {
    service_imagined: 'Un calendrier d’extinction par rue, relu par les habitants avant d’être appliqué.',
  },
  partners: [],
};
