import { Form } from '#shared/programme/application/form.ts';
import { applicantSections } from './default-form-applicant.ts';
import { meansSections } from './default-form-means.ts';
import { projectSections } from './default-form-project.ts';

/** The form that a new call opens with: the thirty-eight fields of the programme’s second call. */
export const defaultForm: Form = Form.parse({
  sections: [...applicantSections, ...projectSections, ...meansSections],
});
