import type { Condition } from '#shared/publication/adoption/feasibility.ts';
import type { DataAsk } from '#shared/publication/adoption/whom-to-ask.ts';
import { adoption } from './adoption.fr.ts';

const list = new Intl.ListFormat('fr');

/** Words of the board that a check becomes. */
export const adoptionPlan = {
  boardTitle: (sheet: string, city: string) => `Reprendre « ${sheet} » à ${city}`.slice(0, 200),
  columns: { obtain: 'Données à obtenir', prepare: 'À préparer', doing: 'En cours', done: 'Fait' },
  labels: { essential: 'Indispensable', useful: 'Utile', condition: 'Condition', step: 'Étape' },
  sheet: (url: string) => `La fiche : ${url}`,
  obtain: (name: string) => `Obtenir : ${name}`,
  find: (name: string) => `Savoir si nous l’avons : ${name}`,
  unknownText: 'Le contrôle ne dit encore rien de cette donnée.',
  ask: (ask: DataAsk) => `À demander ${adoption.whom(ask)}.`,
  askSteps: ['Demande envoyée', 'Réponse reçue', 'Licence ou convention vérifiée'],
  help: (names: readonly string[]) => `Peut vous y aider : ${list.format(names)}.`,
  effort: (effort: string) => `Effort dans la ville de la fiche : ${effort}.`,
  conditions: {
    perimeter: 'Arrêter le périmètre',
    means: 'Réunir le temps et l’argent',
    constraints: 'Lever les autres contraintes',
  } satisfies Record<Condition, string>,
  call: (cities: readonly string[]) => `Prendre conseil auprès de ${list.format(cities)}`,
  callText:
    'Ce qui a pris du temps, ce qu’il faudrait faire autrement, les documents qui se reprennent tels quels.',
  team: 'Former le binôme métier et données',
  teamText: 'Une personne qui connaît le sujet, une qui connaît les données, et l’élu référent.',
  teamSteps: ['Référent métier nommé', 'Correspondant données nommé', 'Élu référent informé'],
  follow: 'Suivre la démarche de la fiche',
  tell: 'Dire ce que cela a donné',
  tellText: 'Mesurer ce qui a changé, puis noter la reprise comme faite : elle compte sur la fiche.',
} as const;
