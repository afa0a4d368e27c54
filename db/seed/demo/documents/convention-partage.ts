import { a, b, h2, i, ol, p, table, tasks, ul } from '#db/seed/builders/prose.ts';
import type { DemoDocument } from '#db/seed/demo/demo-document.ts';

export const conventionPartage: DemoDocument = {
  key: 'convention-partage',
  group: 'nature',
  title: 'Convention de partage des données entre les villes du groupe',
  authors: ['claire-oudin', 'samira-benali', 'hugo-lemaire'],
  createdAt: '2023-02-10T14:15:00+01:00',
  updatedAt: '2023-03-02T12:00:00+01:00',
  sections: [
    {
      by: 'claire-oudin',
      nodes: [
        p(
          i(
            'Modèle à adapter par chaque ville avec son service juridique et son délégué à la protection des données. Il ne remplace ni une délibération ni un avis.',
          ),
        ),
        h2('Entre'),
        p(
          'les communes de Valmont-sur-Loire, Saint-Aubin-les-Marais, Pont-Ormeau et Clairvigne, chacune représentée par son maire, ci-après « les villes ».',
        ),
        h2('Article 1. Objet'),
        p(
          'Les villes mettent en commun les données listées à l’annexe 1 pour la durée des expérimentations de la saison 2. La convention dit ce qui est partagé, pour quoi faire, avec qui et jusqu’à quand. Elle ne transfère la propriété de rien.',
        ),
        h2('Article 2. Trois cercles'),
        p('Chaque donnée appartient à un seul cercle. En cas de doute, on la place dans le plus étroit.'),
        table({
          header: ['Cercle', 'Qui y accède', 'Exemples'],
          rows: [
            [
              'Public',
              'Tout le monde, sous Licence Ouverte 2.0',
              'Inventaire des arbres du domaine public, relevés d’ombre validés',
            ],
            [
              'Groupe',
              'Agents des villes membres, mission de conseil pour sa ville',
              'Relevés bruts, brouillons, comparaisons entre équipes',
            ],
            [
              'Ville',
              'Agents nommés de la seule ville',
              'Plan des réseaux, signalements d’habitants, diagnostics d’arbres dangereux',
            ],
          ],
        }),
        p(
          b('Le passage d’un cercle à un cercle plus large est une décision écrite'),
          ' ; le passage inverse n’efface pas ce qui a déjà été copié, d’où la prudence à l’aller.',
        ),
      ],
    },
    {
      by: 'samira-benali',
      nodes: [
        h2('Article 3. Usages permis'),
        ol(
          'Produire les guides, cartes et fiches du groupe, avec mention de la ville d’origine.',
          'Comparer les méthodes entre villes, sans classement des villes entre elles.',
          'Vérifier un résultat publié.',
        ),
        p(
          'Tout autre usage, y compris commercial, attend que la donnée soit publique ou demande l’accord écrit de la ville d’origine sous quinze jours. Le silence vaut refus.',
        ),
        h2('Article 4. Données personnelles'),
        p(
          'Les données partagées dans le cercle du groupe ne contiennent pas de données à caractère personnel autres que le nom et la fonction des agents qui ont fait les relevés. Ces noms sont retirés avant publication. Les signalements d’habitants ne quittent pas la ville ; seuls leurs totaux par quartier sont partagés, à partir de cinq signalements.',
        ),
        p(
          'Chaque ville reste responsable de traitement pour ses données. Une violation est signalée aux autres villes le jour même, sans attendre le délai légal de 72 heures dû à la CNIL.',
        ),
        h2('Article 5. Données protégées par un tiers'),
        ul(
          'Plan des réseaux : communiqué par l’exploitant pour un chantier donné ; ni copié, ni partagé, ni publié.',
          'Données achetées à un prestataire : vérifier le contrat avant tout partage, et demander la cession des droits dans les prochains marchés.',
          'Données mêlées à OpenStreetMap : la base dérivée rendue publique suit l’ODbL. Le dire dans la fiche du jeu.',
          'Espèces sensibles : position floutée à la maille, selon les listes régionales.',
        ),
      ],
    },
    {
      by: 'hugo-lemaire',
      nodes: [
        h2('Article 6. Qualité et forme'),
        p(
          'Un fichier partagé est accompagné de sa fiche : producteur, date, méthode, ce qui manque, contact de service. Il suit le gabarit commun lorsque celui-ci existe, et le rapport de vérification est joint. Un fichier n’est jamais corrigé en silence : une nouvelle version porte un nouveau numéro et dit ce qui change.',
        ),
        h2('Article 7. Publication'),
        p(
          'Les communes de 3 500 habitants et plus publient par principe leurs données, selon les articles L. 312-1-1 et suivants du code des relations entre le public et l’administration. Les données produites dans le groupe sont donc publiées par la ville d’origine dès leur validation, sur son portail ou sur ',
          a('https://www.data.gouv.fr/', 'data.gouv.fr'),
          ', sous Licence Ouverte 2.0. Une ville peut demander un délai motivé de trois mois.',
        ),
      ],
    },
    {
      by: 'claire-oudin',
      nodes: [
        h2('Article 8. Durée, départ, fin'),
        p(
          'La convention court jusqu’au 31 décembre 2023. Une ville peut la quitter par un courrier, avec un préavis d’un mois : les autres suppriment alors ses données du cercle du groupe et gardent ce qui est public ou déjà publié dans un guide. À la fin, les données du cercle du groupe sont publiées, rendues ou détruites ; un relevé d’une page le constate.',
        ),
        h2('Annexe 1. Données partagées au 2 mars 2023'),
        table({
          header: ['Donnée', 'Ville', 'Cercle', 'Version'],
          rows: [
            ['Inventaire des arbres', 'Valmont-sur-Loire', 'Public', '3'],
            ['Inventaire des arbres', 'Saint-Aubin-les-Marais', 'Groupe', '1'],
            ['Inventaire des arbres', 'Pont-Ormeau', 'Public', '3'],
            ['Relevés d’ombre, brut', 'Valmont-sur-Loire, Saint-Aubin-les-Marais', 'Groupe', '1'],
            ['Haies relevées à pied', 'Pont-Ormeau', 'Groupe', '2'],
          ],
        }),
        h2('Signatures'),
        tasks([
          { done: true, text: 'Pont-Ormeau, le 2 mars 2023' },
          { done: true, text: 'Saint-Aubin-les-Marais, le 2 mars 2023' },
          { done: true, text: 'Valmont-sur-Loire, le 2 mars 2023' },
          { done: false, text: 'Clairvigne, après le conseil municipal du 30 mars 2023' },
        ]),
      ],
    },
  ],
};
