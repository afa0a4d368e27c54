import { a, b, h2, p, table, tasks, ul } from '#db/seed/builders/prose.ts';
import type { DemoDocument } from '#db/seed/demo/demo-document.ts';

export const besoinsDeDonnees: DemoDocument = {
  key: 'besoins-de-donnees',
  group: 'chaleur',
  title: 'Liste des besoins de données du groupe',
  authors: ['julien-morel', 'samira-benali'],
  createdAt: '2023-02-09T15:20:00+01:00',
  updatedAt: '2023-03-08T09:45:00+01:00',
  sections: [
    {
      by: 'julien-morel',
      nodes: [
        h2('Comment lire cette liste'),
        p(
          'Un besoin n’est pas un jeu de données : c’est ce qu’il faudrait avoir pour répondre à notre question. Il peut rester sans réponse. Pour chacun, nous écrivons qui produit la donnée, si elle est accessible et, sinon, pourquoi. Les cinq états d’accès sont ceux du programme :',
        ),
        ul(
          [b('Ouverte'), ' : publiée, réutilisable sans demander.'],
          [b('Candidate à l’ouverture'), ' : le producteur est d’accord, il reste à la préparer.'],
          [
            b('Fermée, raison valable'),
            ' : vie privée, sécurité, secret des affaires. On n’insiste pas, on cherche un agrégat.',
          ],
          [
            b('Fermée sans raison valable'),
            ' : rien ne s’y oppose en droit. On écrit une demande et on la suit.',
          ],
          [b('Autre cas'), ' : payante, à acheter, ou inexistante.'],
        ),
        h2('Chaleur et confort d’été'),
        table({
          header: ['Besoin', 'Producteur', 'Accès', 'Schéma ou standard', 'Indispensable'],
          rows: [
            [
              'Températures de l’air, stations locales',
              'Ville, université',
              'Candidate à l’ouverture',
              'À construire',
              'Oui',
            ],
            ['Climat, données quotidiennes', 'Météo-France', 'Ouverte', 'Format du producteur', 'Oui'],
            [
              'Inventaire des arbres urbains',
              'Ville, espaces verts',
              'Candidate à l’ouverture',
              'Gabarit commun du groupe Nature en ville',
              'Oui',
            ],
            ['Occupation du sol à grande échelle', 'IGN', 'Ouverte', 'CNIG, occupation du sol', 'Oui'],
            ['Zones climatiques locales', 'Cerema', 'Ouverte', 'Format du producteur', 'Non'],
            [
              'Points d’eau et fontaines',
              'Ville',
              'Candidate à l’ouverture',
              'schema-fontaine-eau 0.1.0',
              'Non',
            ],
            [
              'Thermographie aérienne ou satellite',
              'Prestataire',
              'Autre cas',
              'Format du producteur',
              'Non',
            ],
            ['Diagnostics de performance énergétique', 'ADEME', 'Ouverte', 'Format du producteur', 'Non'],
            [
              'Consommation d’eau par secteur',
              'Délégataire de l’eau',
              'Fermée, raison valable',
              'Aucun',
              'Non',
            ],
            ['Personnes vulnérables, registre canicule', 'CCAS', 'Fermée, raison valable', 'Aucun', 'Non'],
            [
              'Éclairage extérieur',
              'Syndicat d’énergie',
              'Fermée sans raison valable',
              'CNIG, éclairage extérieur 1.1.0',
              'Non',
            ],
          ],
        }),
        p(
          'Les producteurs nommés ici le sont par leur rôle. L’état d’accès est celui de nos villes d’exemple, pas un constat général.',
        ),
      ],
    },
    {
      by: 'samira-benali',
      nodes: [
        h2('Ce qui bloque, ce que nous faisons'),
        p(
          'Deux besoins seulement demandent une démarche. Pour l’éclairage, Saint-Aubin-les-Marais écrit au syndicat : l’heure d’extinction rue par rue intéresse aussi le groupe Nature en ville, pour la trame noire. Pour l’eau, un total par quartier et par mois suffirait à voir l’effet de l’arrosage ; le délégataire peut le fournir sans rien révéler d’un abonné.',
        ),
        tasks([
          { done: true, text: 'Vérifier que la station de référence a au moins dix ans de relevés' },
          { done: true, text: 'Comparer l’inventaire des fontaines au schéma national' },
          { done: false, text: 'Écrire au syndicat d’énergie, modèle de courrier à partager (24 mars)' },
          { done: false, text: 'Demander au délégataire un agrégat par quartier (31 mars)' },
          { done: false, text: 'Décrire les champs du relevé de température, en vue d’un schéma' },
        ]),
        p(
          'Les schémas cités se trouvent dans le registre national : ',
          a('https://schema.data.gouv.fr/', 'schema.data.gouv.fr'),
          '. On n’écrit « conforme » qu’avec un rapport de validation à l’appui.',
        ),
      ],
    },
  ],
};
