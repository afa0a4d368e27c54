import type { TypedSheet } from '#shared/publication/sheet/use-case-sheet.ts';
import { callout, h2, h3, p, table, ul } from '../../builders/prose.ts';
import type { DemoSheet } from '../demo-sheet.ts';

/** What a sheet tells, part by part, in the order of the programme’s template. */
export interface ToldSheet extends Omit<DemoSheet, 'blocks' | 'fields'>, TypedSheet {
  readonly context: string;
  readonly objectives: readonly string[];
  readonly service: string;
  readonly approach: string;
  /** What each figure was, and what it became. */
  readonly results: readonly (readonly [string, string, string])[];
  readonly obstacles: readonly string[];
  readonly data: string;
  readonly scope: string;
  readonly constraints: string;
  readonly lesson: string;
}

/** The same as a document; it says that all of it is invented. */
export function sheetOf({ experiment, group, by, days, ...told }: ToldSheet): DemoSheet {
  const { hook, serviceKind, sizeClass, uses } = told;
  return {
    ...{ experiment, group, by, days },
    fields: { hook, serviceKind, sizeClass, uses },
    blocks: [
      callout(
        'example',
        'Les villes, les personnes et les chiffres de cette fiche sont inventés pour la démonstration.',
      ),
      h2('Contexte et problème'),
      p(told.context),
      h2('Objectifs et questions'),
      ul(...told.objectives),
      h2('Service réalisé'),
      p(told.service),
      h2('Démarche'),
      p(told.approach),
      h2('Résultats et indicateurs'),
      table({ header: ['Indicateur', 'Au début', 'À la fin'], rows: told.results.map((row) => [...row]) }),
      h2('Freins et leviers'),
      ul(...told.obstacles),
      h2('Conditions de déploiement'),
      h3('Données minimales'),
      p(told.data),
      h3('Périmètre'),
      p(told.scope),
      h3('Contraintes'),
      p(told.constraints),
      h2('Ce qui se généralise'),
      p(told.lesson),
    ],
  };
}
