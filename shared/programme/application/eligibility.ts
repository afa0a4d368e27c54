import { isSiret } from '../../library/dataset/french-identifiers.ts';
import { askedFields, isRecord, rowsOf } from './answers.ts';
import type { Answers, EligibilityRule, FieldKind, Form } from './form.ts';
import type { EligibilityError } from './form-errors.ts';
import { periodFault, periodOf } from './period.ts';
import type { FormWorld, KnownMunicipality } from './world.ts';

/** What a rule says of answers. One that does not block is worth a second look. */
export interface EligibilityFinding {
  readonly code: EligibilityError;
  /** The key of the field to go to. */
  readonly field: string;
  readonly isBlocking: boolean;
  /** What the sentence names: a commune, a convention. */
  readonly name?: string;
  /** The commune or convention that is the right one. */
  readonly other?: string;
  readonly limit?: number;
}

/**
 * [CA10] What keeps this application from being submitted, and what is doubtful, as far as it was said: nothing is found in a
 * field that is still empty, so that this may be asked while one types.
 */
export function checkEligibility(
  form: Form,
  answers: Answers,
  world: FormWorld,
): readonly EligibilityFinding[] {
  const place = placeOf(form, answers, world);
  const of = (rule: EligibilityRule, found: readonly EligibilityFinding[]) =>
    form.rules.includes(rule) ? found : [];
  return [
    ...fieldFindings(form, answers),
    ...of('municipality', mergedFindings(place)),
    ...of('agreement', world.hasDerogation ? [] : agreementFindings(place, world)),
    ...of('onePerAgreement', takenFindings(place, world)),
    ...of('contacts', contactFindings(form, answers)),
  ];
}

/** [CA10] The convention that an application is for: the one that was chosen, else its commune's. */
export function agreementOf(form: Form, answers: Answers, world: FormWorld): string | null {
  const { agreement, municipality } = placeOf(form, answers, world);
  return agreement?.id ?? municipality?.agreementId ?? null;
}

interface Place {
  readonly keys: Readonly<Record<'municipality' | 'agreement' | 'intermunicipality' | 'siret', string>>;
  readonly municipality: KnownMunicipality | null;
  readonly agreement: FormWorld['agreements'][number] | null;
  readonly intermunicipality: FormWorld['intermunicipalities'][number] | null;
  readonly siren: string | null;
}

function placeOf(form: Form, answers: Answers, world: FormWorld): Place {
  const asked = askedFields(form, answers);
  const keyOf = (kind: FieldKind) => asked.find((field) => field.kind === kind)?.key ?? '';
  const keys = {
    municipality: keyOf('municipality'),
    agreement: keyOf('agreement'),
    intermunicipality: keyOf('intermunicipality'),
    siret: keyOf('siret'),
  };
  const siret = String(answers[keys.siret] ?? '').replace(/\s/g, '');
  return {
    keys,
    municipality: world.municipalities.find(({ code }) => code === answers[keys.municipality]) ?? null,
    agreement: world.agreements.find(({ id }) => id === answers[keys.agreement]) ?? null,
    intermunicipality:
      world.intermunicipalities.find(({ siren }) => siren === answers[keys.intermunicipality]) ?? null,
    siren: isSiret(siret) ? siret.slice(0, 9) : null,
  };
}

/** What fields carry themselves: SIRET, commitment, period. */
function fieldFindings(form: Form, answers: Answers): readonly EligibilityFinding[] {
  return askedFields(form, answers).flatMap((field): EligibilityFinding[] => {
    const answer = answers[field.key];
    const found = { field: field.key, isBlocking: true };
    if (field.kind === 'siret' && typeof answer === 'string' && answer.trim() !== '')
      return isSiret(answer.replace(/\s/g, '')) ? [] : [{ ...found, code: 'eligibility.siretInvalid' }];
    if (field.kind === 'commitment' && field.isRequired && answer === false)
      return [{ ...found, code: 'eligibility.commitmentMissing', name: field.label }];
    const period = field.kind === 'period' ? periodOf(answer) : null;
    const fault = period && period.from <= period.to ? periodFault(period, field) : null;
    if (fault === 'tooShort')
      return [{ ...found, code: 'eligibility.periodTooShort', limit: field.min ?? 0 }];
    return fault === 'tooLong'
      ? [{ ...found, code: 'eligibility.periodTooLong', limit: field.max ?? 0 }]
      : [];
  });
}

function mergedFindings({ municipality, keys }: Place): readonly EligibilityFinding[] {
  if (!municipality?.replacedBy) return [];
  const { name, replacedBy } = municipality;
  return [
    {
      code: 'eligibility.municipalityMerged',
      field: keys.municipality,
      isBlocking: true,
      name,
      other: `${replacedBy.name} (${replacedBy.code})`,
    },
  ];
}

/** [CA10] A convention of the programme: the commune's own, or one of the intermunicipality that applies itself. */
function agreementFindings(place: Place, world: FormWorld): readonly EligibilityFinding[] {
  const { municipality, agreement, intermunicipality, siren, keys } = place;
  const isOfProgramme = (id: string | null) => world.agreements.some((a) => a.id === id && a.isInProgramme);
  const findings: EligibilityFinding[] = [];
  const found = (code: EligibilityError, field: string, rest: Partial<EligibilityFinding>) =>
    findings.push({ code, field, isBlocking: true, ...rest });

  if (agreement && !agreement.isInProgramme)
    found('eligibility.agreementOutside', keys.agreement, { name: agreement.name });
  const own = municipality?.agreementId ?? null;
  // The intermunicipality itself applies, from whichever of its communes; while no SIRET was typed, it may.
  const applies = intermunicipality && (siren === null || siren === intermunicipality.siren);
  const within = world.municipalities.filter(
    (m) => m.intermunicipalitySiren === intermunicipality?.siren && isOfProgramme(m.agreementId),
  );
  if (intermunicipality && siren === intermunicipality.siren && within.length === 0)
    found('eligibility.intermunicipalityOutside', keys.intermunicipality, { name: intermunicipality.name });
  else if (municipality && !municipality.replacedBy && !isOfProgramme(own) && !(applies && within.length > 0))
    found('eligibility.municipalityOutside', keys.municipality, { name: municipality.name });
  const expected = world.agreements.find(({ id }) => id === own);
  if (agreement && expected && expected.id !== agreement.id)
    found('eligibility.agreementDiffers', keys.agreement, {
      name: municipality?.name ?? '',
      other: expected.name,
    });
  const sirens = [municipality?.siren, municipality?.intermunicipalitySiren, intermunicipality?.siren];
  if (siren && municipality?.siren && !sirens.includes(siren))
    found('eligibility.siretElsewhere', keys.siret, { name: municipality.name, isBlocking: false });
  return findings;
}

function takenFindings({ agreement, municipality, keys }: Place, world: FormWorld): EligibilityFinding[] {
  const id = agreement?.id ?? municipality?.agreementId;
  if (!id || !world.takenAgreementIds.includes(id)) return [];
  const name = world.agreements.find((known) => known.id === id)?.name ?? id;
  const field = agreement ? keys.agreement : keys.municipality;
  return [{ code: 'eligibility.agreementTaken', field, isBlocking: true, name }];
}

/** [CA10] The pair of a candidature is two people: that they are one is said, not refused. */
function contactFindings(form: Form, answers: Answers): EligibilityFinding[] {
  const [business, data] = ['referent_metier', 'correspondant_donnees'].map((key) =>
    askedFields(form, answers).some((field) => field.key === key) ? emailsOf(answers[key]) : [],
  );
  if (!business?.some((email) => data?.includes(email))) return [];
  return [{ code: 'eligibility.sameContacts', field: 'correspondant_donnees', isBlocking: false }];
}

function emailsOf(answer: unknown): readonly string[] {
  return rowsOf(answer)
    .filter(isRecord)
    .flatMap(({ courriel }) => (typeof courriel === 'string' ? [courriel.trim().toLowerCase()] : []))
    .filter((email) => email !== '');
}
