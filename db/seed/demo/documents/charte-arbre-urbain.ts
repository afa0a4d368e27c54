import { b, h2, hr, i, p, table, tasks, ul } from '#db/seed/builders/prose.ts';
import type { DemoDocument } from '#db/seed/demo/demo-document.ts';

export const charteArbreUrbain: DemoDocument = {
  key: 'charte-arbre-urbain',
  group: 'nature',
  title: 'Charte de l’arbre urbain',
  authors: ['ines-bouaziz', 'thomas-ricard', 'nadia-ferrand'],
  createdAt: '2023-02-07T16:30:00+01:00',
  updatedAt: '2023-03-08T17:12:00+01:00',
  sections: [
    {
      by: 'ines-bouaziz',
      nodes: [
        p(
          i(
            'Texte commun de Pont-Ormeau et de Clairvigne, soumis à la relecture des cinq organisations du groupe. Chaque ville l’adoptera par délibération, avec ses annexes.',
          ),
        ),
        h2('Préambule'),
        p(
          'L’arbre en ville n’est ni un mobilier ni un décor. Il vit plus longtemps que nos mandats et nos programmes de voirie. La commune s’engage par cette charte à le compter, à le protéger, à le remplacer et à dire publiquement ce qu’elle en fait. La charte s’applique aux arbres du domaine communal ; elle est proposée aux bailleurs, aux aménageurs et aux habitants.',
        ),
        h2('Article 1. Connaître'),
        p(
          'La commune tient un inventaire de ses arbres. Elle le met à jour au moins une fois par an et le publie sous Licence Ouverte 2.0. Chaque arbre y porte un identifiant qui ne change pas. Un arbre abattu n’est pas effacé : il reçoit une date et un motif.',
        ),
        h2('Article 2. Choisir'),
        p(
          'Toute plantation est précédée d’un examen du sol, de l’eau disponible et de la place laissée aux racines. Aucune espèce ne dépasse un arbre sur dix à l’échelle de la commune pour les plantations nouvelles. Les espèces exotiques envahissantes sont exclues.',
        ),
      ],
    },
    {
      by: 'thomas-ricard',
      nodes: [
        h2('Article 3. Protéger l’arbre pendant les travaux'),
        p(
          'Tout chantier situé à moins de trois mètres d’un tronc fait l’objet d’un constat avant et après travaux. Le constat comporte quatre photographies et le relevé du sol. Les racines de plus de cinq centimètres de diamètre ne sont en principe pas coupées. L’entreprise prévient le service des espaces verts avant toute intervention.',
        ),
        ul(
          'Aucun dépôt, aucun stationnement et aucun bureau de chantier sous le houppier.',
          'Une palissade rigide entoure l’arbre, aussi large que le permet le chantier ; à défaut, une protection souple du tronc.',
          'Une tranchée dans la zone de racines se fait à la main ou par aspiration.',
          'Le sol n’est ni remblayé ni décaissé au pied.',
        ),
        p(
          'La clause figure dans les marchés et les permissions de voirie. Les pénalités sont calculées d’après un barème annexé, connu de l’entreprise avant la signature. Les allées et alignements bordant les voies ouvertes à la circulation relèvent en outre de l’article L. 350-3 du code de l’environnement.',
        ),
        h2('Article 4. Compenser'),
        p(
          'Un arbre abattu est remplacé par un volume de houppier équivalent à quinze ans, soit deux arbres au moins, plantés dans le même quartier. La plantation a lieu au plus tard l’hiver suivant. La compensation ne dispense jamais de chercher à garder l’arbre.',
        ),
        table({
          header: ['Motif d’abattage', 'Qui décide', 'Information du public'],
          rows: [
            [
              'Danger immédiat',
              'Responsable des espaces verts',
              'Affiche le jour même, motif publié sous huit jours',
            ],
            ['État sanitaire', 'Adjoint, après diagnostic écrit', 'Affiche quinze jours avant'],
            ['Projet d’aménagement', 'Conseil municipal', 'Plan des arbres joint au dossier'],
          ],
        }),
      ],
    },
    {
      by: 'nadia-ferrand',
      nodes: [
        h2('Article 5. Rendre compte'),
        p('Chaque année, avant la Sainte-Catherine, la commune publie sur une page :'),
        ul(
          'le nombre d’arbres plantés, abattus et morts dans les cinq ans qui suivent leur plantation ;',
          'la part de chaque genre dans l’inventaire ;',
          'les abattages par motif, avec leur lieu ;',
          'l’ombre portée mesurée sur l’échantillon, selon le protocole commun.',
        ),
        p('Ces chiffres sont publiés même lorsqu’ils sont mauvais, et toujours avec leur méthode.'),
        h2('Article 6. Associer'),
        p(
          'Un habitant peut signaler un arbre en souffrance, proposer un lieu de plantation, parrainer l’arrosage d’un jeune arbre. Il reçoit une réponse sous un mois. Les élagages d’un quartier sont annoncés une semaine à l’avance, avec leur raison.',
        ),
        h2('Article 7. Durée et révision'),
        p(
          'La charte vaut pour cinq ans. Elle est relue chaque année par le groupe ; toute modification est soumise de nouveau aux signataires. ',
          b('Une signature vaut pour un texte, et pour lui seul.'),
        ),
        hr(),
        h2('Avant la signature'),
        tasks([
          { done: true, text: 'Relecture juridique de l’article 3' },
          { done: true, text: 'Porter la distance de protection de deux à trois mètres' },
          { done: false, text: 'Annexe 1, barème des pénalités, à compléter par chaque ville' },
          { done: false, text: 'Réponse de Valmont-sur-Loire avant le vendredi 17 mars 2023' },
        ]),
      ],
    },
  ],
};
