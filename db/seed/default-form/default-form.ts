import { Form } from '#shared/programme/application/form.ts';
import sections from './default-form.json' with { type: 'json' };

/** The thirty-eight fields of the programme’s second call. */
export const defaultForm: Form = Form.parse({ sections });

/** What assessors need first. */
const FIRST = new Set([
  ...['code_insee', 'convention_acv', 'elu_referent', 'referent_metier', 'correspondant_donnees'],
  ...['theme', 'titre', 'problematique', 'approche_innovante', 'donnees', 'experiences', 'calendrier'],
  ...['engagement_partage', 'lettre_engagement', 'consentement_publication', 'information_rgpd'],
]);

/** [CA6] The form that a new call opens with: sixteen of them for the deposit, enough for a first reading by every criterion; the others are asked of those who are selected. */
export const newCallForm: Form = {
  ...defaultForm,
  sections: defaultForm.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => (FIRST.has(field.key) ? field : { ...field, askedOf: 'selected' })),
  })),
};
