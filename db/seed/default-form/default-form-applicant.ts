import type { WrittenSections } from '#shared/programme/application/form.ts';

const person = { key: 'nom', label: 'Prénom et nom', kind: 'text', isRequired: true, max: 120 } as const;
const email = { key: 'courriel', label: 'Adresse électronique', kind: 'email', isRequired: true } as const;
const phone = { key: 'telephone', label: 'Téléphone', kind: 'phone', isRequired: true } as const;

/** Who applies, and whom to call. */
export const applicantSections: WrittenSections = [
  {
    key: 'collectivite',
    title: 'Collectivité',
    fields: [
      {
        key: 'siret',
        label: 'SIRET de la collectivité',
        help: '14 chiffres. Celui de la collectivité qui porte la candidature.',
        kind: 'siret',
        isRequired: true,
      },
      {
        key: 'code_insee',
        label: 'Commune',
        help: 'Une commune du programme Action cœur de ville ; pour une intercommunalité, la commune du programme qu’elle contient.',
        kind: 'municipality',
        isRequired: true,
      },
      {
        key: 'convention_acv',
        label: 'Convention Action cœur de ville',
        help: 'Une convention peut couvrir deux communes : une seule candidature par convention.',
        kind: 'agreement',
        isRequired: true,
      },
      {
        key: 'epci',
        label: 'Intercommunalité',
        help: 'Déduite de la commune ; corrigez-la si elle a changé.',
        kind: 'intermunicipality',
        isRequired: true,
      },
      {
        key: 'candidature_conjointe',
        label: 'Candidature conjointe',
        help: 'Une commune et son intercommunalité, ou deux communes.',
        kind: 'yesNo',
        isRequired: true,
      },
      {
        key: 'co_porteurs',
        label: 'Co-porteurs',
        kind: 'rows',
        isRequired: true,
        onlyIf: 'candidature_conjointe',
        min: 1,
        max: 10,
        fields: [
          { key: 'siret', label: 'SIRET', kind: 'siret', isRequired: true },
          { key: 'role', label: 'Rôle dans le projet', kind: 'text', isRequired: true, max: 200 },
        ],
      },
    ],
  },
  {
    key: 'contacts',
    title: 'Contacts',
    fields: [
      {
        key: 'elu_referent',
        label: 'Élu référent',
        kind: 'rows',
        isRequired: true,
        min: 1,
        max: 1,
        fields: [
          person,
          { key: 'fonction', label: 'Fonction', kind: 'text', isRequired: true, max: 120 },
          email,
        ],
      },
      {
        key: 'referent_metier',
        label: 'Référent métier',
        help: 'La personne qui connaît le sujet et suivra l’expérimentation.',
        kind: 'rows',
        isRequired: true,
        min: 1,
        max: 1,
        criterion: 3,
        fields: [person, email, phone],
      },
      {
        key: 'correspondant_donnees',
        label: 'Correspondant « données »',
        help: 'Une autre personne que le référent métier, si possible : à deux, ils forment le binôme.',
        kind: 'rows',
        isRequired: true,
        min: 1,
        max: 1,
        criterion: 3,
        fields: [person, email, phone],
      },
      {
        key: 'signataire',
        label: 'Représentant légal',
        help: 'Prénom, nom et fonction de la personne qui engage la collectivité.',
        kind: 'text',
        isRequired: true,
        max: 200,
      },
    ],
  },
];
