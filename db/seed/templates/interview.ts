import { b, callout, h2, p, quote, ul } from '../builders/prose.ts';
import type { Template } from './template.ts';

export const interview: Template = {
  key: 'interview',
  name: 'Entretien',
  description: 'Préparer, mener et rédiger un entretien avec un agent, un élu, un partenaire ou un habitant.',
  blocks: [
    p(b('Personne rencontrée'), ' : nom, fonction, organisation'),
    p(b('Date et lieu'), ' : '),
    p(b('Menée par'), ' : '),
    callout(
      'warning',
      'Accord : la personne sait à quoi sert cet entretien, qui le lira, et qu’elle pourra le relire avant toute publication. Notez la date de son accord ici.',
    ),
    h2('Ce que l’on cherche à comprendre'),
    ul('Question 1', 'Question 2', 'Question 3'),
    h2('Parcours et rôle'),
    p('Comment la personne en est venue à ce sujet. Ce qu’elle fait, avec qui.'),
    h2('La situation vécue'),
    callout(
      'practice',
      'Demandez un exemple récent et précis : « La dernière fois, comment cela s’est-il passé ? »',
    ),
    p('Le déroulé, les difficultés, ce qui a aidé.'),
    quote('Une phrase de la personne, telle qu’elle l’a dite.'),
    h2('Les données dans son travail'),
    p('Celles dont elle se sert, celles qui lui manquent, celles en lesquelles elle n’a pas confiance.'),
    h2('Ce qu’elle attend'),
    p('Ce qui changerait vraiment les choses, et ce qui n’y changerait rien.'),
    h2('Ce que l’on retient'),
    ul('Enseignement pour le groupe', 'Point à vérifier', 'Personne à rencontrer ensuite'),
  ],
};
