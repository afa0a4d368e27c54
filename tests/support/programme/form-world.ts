import { Form } from '#shared/programme/application/form.ts';
import type { FormWorld } from '#shared/programme/application/world.ts';

/** Two towns of one convention, a town of a later one, a village beside, and a commune that was merged: all invented. */
export const world: FormWorld = {
  municipalities: [
    town('49901', 'Valmont-sur-Loire', '219999010', 'ACV901', '249900001'),
    town('49902', 'Saint-Aubin-les-Marais', '219999028', 'ACV901', '249900001'),
    town('49903', 'Rochebrune', '219999036', 'ACV990', '249900002'),
    town('49904', 'Le Bourg', '219999044', null, '249900001'),
    {
      ...town('49905', 'Ancienne-Commune', null, null, null),
      replacedBy: { code: '49901', name: 'Valmont-sur-Loire' },
    },
  ],
  agreements: [
    { id: 'ACV901', name: 'Valmont-sur-Loire', isInProgramme: true },
    { id: 'ACV902', name: 'Montclair', isInProgramme: true },
    { id: 'ACV990', name: 'Rochebrune', isInProgramme: false },
  ],
  intermunicipalities: [
    { siren: '249900001', name: 'CA du Val' },
    { siren: '249900002', name: 'CC des Roches' },
  ],
  takenAgreementIds: [],
  hasDerogation: false,
};

function town(
  code: string,
  name: string,
  siren: string | null,
  agreementId: string | null,
  intermunicipalitySiren: string | null,
) {
  return { code, name, siren, agreementId, intermunicipalitySiren, replacedBy: null };
}

/** Fourteen digits with the right key, from the nine of an organisation. */
export function siretOf(siren: string): string {
  for (let end = 0; end < 100_000; end += 1) {
    const siret = `${siren}${String(end).padStart(5, '0')}`;
    const sum = [...siret].reduce((total, digit, at) => {
      const value = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    if (sum % 10 === 0) return siret;
  }
  throw new Error('no such SIRET');
}

/** A form of one section with these fields. */
export function formOf(fields: readonly Record<string, unknown>[]): Form {
  return Form.parse({
    sections: [
      {
        key: 'section',
        title: 'Section',
        fields: fields.map((field) => ({ label: 'Champ', isRequired: false, ...field })),
      },
    ],
  });
}
