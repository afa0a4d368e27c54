import { a, b, h2, h3, i, ol, p, quote, table, tasks, ul } from '#db/seed/builders/prose.ts';
import type { DemoDocument } from '#db/seed/demo/demo-document.ts';

export const noteDonneesInondation: DemoDocument = {
  key: 'note-donnees-inondation',
  group: 'ruissellement',
  title: 'Inondation : quelles données, pour quelle question',
  authors: ['mathilde-garnier', 'samira-benali', 'lea-pons'],
  createdAt: '2023-02-13T10:20:00+01:00',
  updatedAt: '2023-03-10T18:05:00+01:00',
  sections: [
    {
      by: 'mathilde-garnier',
      nodes: [
        h2('Pourquoi cette note'),
        p(
          'Une commune exposée dispose souvent de dix cartes d’inondation qui ne se ressemblent pas. Ce n’est pas une erreur : elles répondent à dix questions. Cette note dit laquelle prendre, ce qu’elle vaut et ce qu’il ne faut pas lui faire dire. Elle s’adresse au binôme métier et données d’une ville ou d’une agglomération.',
        ),
        p(
          b('Rappel.'),
          ' Aucune de ces données ne remplace une étude hydraulique ni l’avis des services de l’État. Seul le plan de prévention approuvé a valeur de servitude.',
        ),
        h2('Quatre eaux différentes'),
        table({
          header: ['D’où vient l’eau', 'Délai', 'Donnée de départ'],
          rows: [
            [
              'Débordement d’un cours d’eau',
              'Quelques heures à plusieurs jours',
              'PPRI, cartes des TRI, Vigicrues, repères de crue',
            ],
            [
              'Ruissellement pluvial',
              'Moins d’une heure',
              'Relief fin, réseau pluvial, mémoire des habitants',
            ],
            [
              'Remontée de nappe',
              'Plusieurs semaines, et pour longtemps',
              'Carte de sensibilité, piézomètres',
            ],
            [
              'Submersion marine ou rupture d’ouvrage',
              'Variable',
              'PPR littoral, études de dangers (accès restreint)',
            ],
          ],
        }),
        p(
          'Les arrêtés de catastrophe naturelle mêlent souvent les deux premières. Beaucoup de sinistres dits « inondation » en ville viennent de la pluie et non de la rivière.',
        ),
      ],
    },
    {
      by: 'samira-benali',
      nodes: [
        h2('Les jeux de données, un par un'),
        h3('Le plan de prévention des risques d’inondation (PPRI)'),
        p(
          'C’est le document qui oblige : annexé au plan local d’urbanisme, il dit où l’on ne construit pas et où l’on construit sous conditions. Les périmètres se téléchargent sur ',
          a('https://www.georisques.gouv.fr/', 'Géorisques'),
          ', au géostandard « plans de prévention des risques ».',
        ),
        ul(
          [b('Ce qu’il vaut'), ' : il se lit à la parcelle, sur la carte réglementaire approuvée.'],
          [
            b('Ce qu’il ne dit pas'),
            ' : la couleur mêle l’aléa et l’enjeu. Une zone blanche n’est pas une zone sans eau : le ruissellement est souvent absent des plans anciens.',
          ],
          [
            b('Piège'),
            ' : le fichier géographique n’a pas toujours été mis à jour avec la carte signée. En cas d’écart, la carte annexée à l’arrêté fait foi.',
          ],
        ),
        h3('Les cartes des territoires à risque important (TRI)'),
        p(
          'Issues de la directive européenne de 2007, elles couvrent certains bassins de vie seulement. Trois scénarios : crue fréquente (de l’ordre de dix à trente ans), moyenne (cent à trois cents ans), extrême (mille ans ou davantage), avec des classes de hauteur d’eau. Elles sont faites pour être lues au 1:25 000 : agrandir jusqu’à la maison n’ajoute aucune précision.',
        ),
        h3('Les repères de crue'),
        p(
          'Ce sont les mesures les plus simples et les plus parlantes : un trait, une date, une hauteur. L’article L. 563-3 du code de l’environnement confie au maire l’inventaire des repères existants, la pose de nouveaux et leur entretien. Une plateforme nationale les rassemble.',
        ),
        ul(
          'Niveler chaque repère en altitude NGF-IGN69, sans quoi il ne sert qu’à émouvoir.',
          'Noter la fiabilité : trait gravé, plaque déplacée lors d’un ravalement, témoignage.',
          'Photographier de près et de loin, avec une mire.',
        ),
        h3('Hauteurs d’eau et vigilance'),
        p(
          'Vigicrues publie la vigilance sur les cours d’eau surveillés ; Hub’Eau donne hauteurs et débits des stations par une interface ouverte, en données brutes non validées pour les dernières heures. Pour les petits cours d’eau, les communes peuvent s’abonner gratuitement à Vigicrues Flash et, pour la pluie, aux avertissements de Météo-France (APIC). Ce sont des avertissements automatiques : ils ratent des crues et en annoncent qui ne viennent pas.',
        ),
        h3('Bâtiments et rues : la BD TOPO'),
        p(
          'Pour compter ce qui est exposé, partir des bâtiments de la BD TOPO, de leur usage et de leur nombre de logements. Deux précautions : l’usage est inconnu pour une partie d’entre eux, et l’altitude fournie n’est pas celle du premier plancher. Un bâtiment en zone inondable n’est donc pas toujours un logement inondé.',
        ),
        h3('Remontées de nappe'),
        p(
          'La carte nationale du BRGM, diffusée sur Géorisques, distingue les zones sensibles aux débordements de nappe et aux inondations de cave, avec un indice de fiabilité. Elle ne s’emploie pas à une échelle plus fine que le 1:100 000. À l’échelle de la rue, demander plutôt la liste des caves pompées : les pompiers et la régie d’assainissement la connaissent.',
        ),
        h3('Catastrophes naturelles et sinistres'),
        p(
          'La base GASPAR liste les arrêtés par commune depuis 1982. Elle dit qu’un événement a été reconnu ; elle ne dit ni où, ni avec quels dégâts. Le détail des sinistres appartient aux assureurs : il est fermé pour une raison valable, mais des indicateurs par commune sont publiés par l’observatoire national des risques naturels.',
        ),
      ],
    },
    {
      by: 'mathilde-garnier',
      nodes: [
        h2('Quelle donnée pour quelle question'),
        table({
          header: ['Question', 'Donnée principale', 'En complément', 'À éviter'],
          rows: [
            [
              'Puis-je autoriser ce permis ?',
              'PPRI approuvé',
              'Avis des services de l’État',
              'Carte des TRI agrandie',
            ],
            [
              'Qui faut-il évacuer ?',
              'Plan communal de sauvegarde',
              'BD TOPO, scénarios des TRI',
              'Population moyenne de la commune',
            ],
            [
              'Quelle rue ferme en premier ?',
              'Mémoire des agents, relief fin',
              'Réseau pluvial, photographies',
              'PPRI de la rivière',
            ],
            [
              'Comment le raconter aux habitants ?',
              'Repères de crue nivelés',
              'Photographies d’époque',
              'Carte de probabilité sans légende',
            ],
            [
              'Combien de commerces exposés ?',
              'BD TOPO et base Sirene',
              'Visite',
              'Comptage automatique non vérifié',
            ],
          ],
        }),
        h3('Le relief fin change tout'),
        p(
          'Pour le ruissellement, la donnée décisive est le modèle numérique de terrain : le RGE ALTI au pas de 1 m, ou le relevé laser LiDAR HD là où il est diffusé. Avant tout calcul, ',
          b('ouvrir à la main les ponts, les buses et les porches'),
          ' : sinon le logiciel crée des lacs derrière chaque remblai. La méthode Exzeco, du Cerema, donne une enveloppe des axes d’écoulement à partir du seul relief ; elle montre où regarder, pas quelle hauteur d’eau attendre.',
        ),
      ],
    },
    {
      by: 'lea-pons',
      nodes: [
        h2('Ce qui ne s’ouvre pas'),
        p(
          'Le plan communal de sauvegarde contient des numéros personnels et des listes de personnes à secourir. L’inventaire des enjeux qu’il comporte reste fermé, pour une raison valable. On peut en publier la structure, le nombre d’abris, les itinéraires prévus ; jamais les noms ni les points faibles d’un ouvrage.',
        ),
        quote(
          'À Castelbrume, nous avons publié la liste des salles d’accueil avec leur altitude. Deux étaient sous la ligne de la crue de référence. Personne ne l’avait vu tant que les deux listes dormaient dans deux services.',
        ),
        h2('Par où commencer, en cinq demi-journées'),
        ol(
          'Télécharger PPRI, TRI, repères et arrêtés ; écrire pour chacun sa date et son échelle.',
          'Réunir la voirie, l’assainissement et la police municipale autour d’un plan papier : où l’eau est-elle passée depuis vingt ans ?',
          'Niveler trois repères, avec un géomètre ou un récepteur précis.',
          'Compter les bâtiments exposés avec la BD TOPO, puis vérifier vingt adresses à pied.',
          'Écrire une page de limites, et la mettre avant la carte.',
        ),
        tasks([
          { done: true, text: 'Dates et échelles des dix couches relevées' },
          { done: true, text: 'Réunion autour du plan papier, Saint-Aubin-les-Marais' },
          { done: false, text: 'Réunion autour du plan papier, Castelbrume (21 mars 2023)' },
          { done: false, text: 'Nivellement des repères de la place du Port' },
          { done: false, text: 'Relecture par les services de l’État avant diffusion' },
        ]),
        p(i('Les lieux et les constats cités sont des exemples rédigés pour la démonstration.')),
      ],
    },
  ],
};
