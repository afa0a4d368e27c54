import { a, b, h2, h3, i, ol, p, quote, table, tasks, ul } from '#db/seed/builders/prose.ts';
import type { DemoDocument } from '#db/seed/demo/demo-document.ts';

export const carteIlotsDeFraicheur: DemoDocument = {
  key: 'carte-ilots-de-fraicheur',
  group: 'chaleur',
  title: 'La carte des îlots de fraîcheur, pas à pas',
  authors: ['samira-benali', 'julien-morel', 'lea-pons'],
  createdAt: '2023-02-14T09:30:00+01:00',
  updatedAt: '2023-03-10T11:05:00+01:00',
  published: { by: 'claire-oudin', at: '2023-03-14T09:30:00+01:00' },
  threads: [
    {
      by: 'claire-oudin',
      quote: 'quatre jours de travail',
      createdAt: '2023-03-13T16:40:00+01:00',
      said: [
        {
          by: 'claire-oudin',
          at: '2023-03-13T16:40:00+01:00',
          text: '@Étienne Vidal, est-ce aussi le temps que vous comptez dans les villes que vous suivez ?',
          names: ['etienne-vidal'],
        },
      ],
    },
  ],
  sections: [
    {
      by: 'samira-benali',
      nodes: [
        h2('Le résultat attendu'),
        p(
          'Une carte que l’on peut imprimer sur une page et mettre sur le site de la ville : les lieux où chacun peut s’asseoir au frais, gratuitement, avec leurs horaires, et la part de la population qui en a un à moins de cinq minutes à pied. Comptez ',
          b('quatre jours de travail'),
          ' la première fois, une demi-journée les étés suivants.',
        ),
        p(
          'Un îlot de fraîcheur n’est pas le contraire d’un îlot de chaleur. C’est un ',
          b('service'),
          ' : un lieu frais, ouvert, connu, accessible. Un bois magnifique fermé à 18 h n’en est pas un le soir.',
        ),
        h2('Étape 1 : décider de ce qui compte'),
        p('Nous proposons cinq critères. Un lieu est retenu s’il remplit les trois premiers.'),
        table({
          header: ['Critère', 'Seuil proposé', 'Comment le vérifier'],
          rows: [
            [
              'Frais',
              'Ombre sur la moitié de la surface à 14 h en juin, ou salle fraîche',
              'Visite, protocole d’ombre',
            ],
            ['Ouvert', 'Gratuit, au moins six heures par jour en juillet et en août', 'Service gestionnaire'],
            ['Où s’asseoir', 'Au moins quatre places assises à l’ombre', 'Comptage sur place'],
            ['De l’eau', 'Point d’eau potable à moins de 100 m', 'Inventaire des fontaines'],
            ['Accessible', 'Cheminement praticable en fauteuil', 'Visite avec la commission d’accessibilité'],
          ],
        }),
        p(
          'Les lieux fermés comptent aussi : bibliothèque, église, galerie marchande, hall de mairie. Une salle climatisée se signale comme telle, dans une catégorie à part : elle rend service à qui entre et chauffe la rue.',
        ),
      ],
    },
    {
      by: 'julien-morel',
      nodes: [
        h2('Étape 2 : rassembler les couches'),
        ul(
          [
            b('Parcs et jardins'),
            ' : fichier de la ville, complété par la zone de végétation de la BD TOPO.',
          ],
          [
            b('Arbres'),
            ' : inventaire de la ville. À défaut, hauteur de végétation tirée du relevé laser de l’IGN, au-dessus de 3 m.',
          ],
          [
            b('Eau'),
            ' : points d’eau potable au schéma national des fontaines, cours d’eau et plans d’eau accessibles à pied.',
          ],
          [
            b('Bâtiments frais'),
            ' : liste d’équipements de la ville, avec les horaires d’été, et non ceux de l’année.',
          ],
          [b('Rues et chemins'), ' : BD TOPO ou OpenStreetMap, avec les escaliers et les passages.'],
          [b('Population'), ' : données carroyées de l’Insee, carreaux de 200 m.'],
        ),
        p(
          'Tout ramener en Lambert-93 (EPSG:2154) avant de mesurer la moindre distance. Garder les fichiers d’origine dans un dossier que l’on ne modifie pas.',
        ),
        h2('Étape 3 : calculer cinq minutes à pied'),
        p(
          'Un cercle de 300 m autour d’un parc ignore la voie ferrée, la rivière et les impasses. Il faut suivre le réseau des rues, depuis les ',
          b('entrées'),
          ' du lieu et non depuis son centre.',
        ),
        ol(
          'Dans QGIS, placer un point par entrée, avec l’identifiant du lieu.',
          'Nettoyer le réseau piéton : retirer les voies interdites aux piétons, vérifier que les tronçons se touchent.',
          [
            'Lancer l’outil ',
            i('Zone de desserte (depuis une couche)'),
            ', mode distance la plus courte, coût de 300 m. Une personne âgée marche à environ 3,5 km/h : 300 m font alors cinq minutes.',
          ],
          'Entourer les tronçons atteints d’une zone tampon de 25 m pour toucher les immeubles riverains, puis fusionner par lieu.',
          'Croiser avec les carreaux de population : affecter à chaque zone la part de carreau qu’elle couvre, en supposant les habitants répartis sur la surface bâtie.',
        ),
        p(
          'La répartition dans le carreau est une hypothèse : l’écrire sous la carte. Ne jamais publier un nombre d’habitants par lieu au-delà de deux chiffres significatifs. Dans l’exemple de Saint-Aubin-les-Marais, on écrit « environ six habitants sur dix », pas « 61,37 % ».',
        ),
        h3('Vérifier avant de montrer'),
        tasks([
          { done: true, text: 'Chaque entrée dessinée existe et n’est pas une porte de service' },
          { done: true, text: 'Les horaires sont ceux de juillet et d’août' },
          { done: true, text: 'Les totaux de population retombent sur celui de la commune, à 2 % près' },
          { done: false, text: 'Cinq lieux tirés au sort ont été visités à 14 h par beau temps' },
          { done: false, text: 'La carte se lit en noir et blanc et par une personne daltonienne' },
        ]),
      ],
    },
    {
      by: 'samira-benali',
      nodes: [
        h2('Étape 4 : publier'),
        p(
          'Publier la liste avant la carte : une liste se lit au téléphone, se vérifie et se réutilise. Un fichier CSV, une ligne par lieu, en UTF-8 :',
        ),
        table({
          header: ['Champ', 'Type', 'Exemple', 'Remarque'],
          rows: [
            ['id', 'texte', 'SAM-014', 'Ne change jamais, même si le lieu change de nom'],
            ['nom', 'texte', 'Jardin des Tanneurs', 'Nom affiché sur place'],
            ['type', 'liste', 'parc', 'parc, rue ombragée, bâtiment frais, bâtiment climatisé, eau'],
            ['ouverture', 'texte', 'Jun 15-Sep 15 08:00-22:00', 'Syntaxe opening_hours d’OpenStreetMap'],
            ['places_ombre', 'entier', '12', 'Places assises à l’ombre à 14 h'],
            ['eau_potable', 'oui ou non', 'oui', 'À moins de 100 m'],
            ['acces_fauteuil', 'oui, non, partiel', 'partiel', 'Laisser vide si personne n’a vérifié'],
            ['lon, lat', 'nombre', '-0.5213, 47.2154', 'Coordonnées d’exemple, en WGS 84'],
            ['date_verif', 'date', '2023-06-20', 'Dernière visite sur place'],
          ],
        }),
        p(
          'Déposer ce fichier sur ',
          a('https://www.data.gouv.fr/', 'data.gouv.fr'),
          ' sous Licence Ouverte 2.0, avec une description qui dit ce que « frais » veut dire ici. Aucun schéma national n’existe pour ces lieux à ce jour : celui-ci est une proposition du groupe, à discuter.',
        ),
      ],
    },
    {
      by: 'lea-pons',
      nodes: [
        h2('Ce que nous avons appris à Castelbrume'),
        quote(
          'Nos habitants ne cherchaient pas un parc : ils cherchaient un banc à l’ombre sur le trajet de la pharmacie. Nous avons ajouté le type « rue ombragée » après la deuxième réunion de quartier.',
        ),
        ul(
          'Faire relire la liste par les gardiens, les facteurs et les aides à domicile : ils connaissent les portes fermées.',
          'Prévoir qui met à jour les horaires le jour où un arrêté ferme un parc pour cause de vent ou d’incendie.',
          'Imprimer la carte en grand format pour les pharmacies, les écoles et le marché : la moitié des personnes concernées ne verront jamais le site.',
        ),
        p(
          'Prochaine étape : calculer la même carte ',
          b('à 21 h'),
          ', quand les logements sont les plus chauds et que la moitié des lieux ont fermé.',
        ),
      ],
    },
  ],
};
