import { plural } from '../../kernel/plural.fr.ts';
import type { SheetFacts } from '../sheet/sheet-facts.ts';

const list = new Intl.ListFormat('fr');

/** « 11 jours d’agents », « 2,5 jours d’agents ». */
const days = (count: number) => `${plural(count, 'jour d’agents', 'jours d’agents')}`;

/** Words of the pictures that are drawn of figures. */
export const picture = {
  /** The two lines under the marks of a sheet; the second one may be empty. */
  sheet: ({ needs, effort }: Pick<SheetFacts, 'needs' | 'effort'>) => {
    const essential = needs.filter(({ importance }) => importance === 'essential').length;
    const data =
      essential > 0
        ? plural(essential, 'donnée indispensable', 'données indispensables')
        : plural(needs.length, 'donnée utile', 'données utiles');
    const effortSaid = effort.days > 0 ? days(effort.days) : '';
    return needs.length > 0 ? ([data, effortSaid] as const) : ([effortSaid, ''] as const);
  },
  /** The same for whoever does not see it. */
  sheetSaid: ({ needs, effort }: Pick<SheetFacts, 'needs' | 'effort'>) => {
    const essential = needs.filter(({ importance }) => importance === 'essential').length;
    const said = [
      ...(needs.length > 0
        ? [
            `${plural(needs.length, 'donnée', 'données')} à réunir, dont ${plural(essential, 'indispensable', 'indispensables')}`,
          ]
        : []),
      ...(effort.days > 0 ? [days(effort.days)] : []),
    ];
    return said.length > 0 ? `Dessin\u00a0: ${list.format(said)}.` : '';
  },
  dossier: (texts: number) => [plural(texts, 'texte réuni', 'textes réunis'), ''] as const,
} as const;
