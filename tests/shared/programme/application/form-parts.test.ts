import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newCallForm } from '#db/seed/default-form/default-form.ts';
import { askedFieldCount, checkForm } from '#shared/programme/application/check-form.ts';
import { completeness } from '#shared/programme/application/completeness.ts';
import { parseField, typedFieldOf } from '#shared/programme/application/field-form.ts';
import type { Form } from '#shared/programme/application/form.ts';
import { changeField, findField } from '#shared/programme/application/form-edits.ts';
import {
  complementForm,
  depositForm,
  keysAsked,
  withComplement,
} from '#shared/programme/application/form-parts.ts';
import { shortForm, twoPartForm } from '#tests/support/programme/builders/application-builders.ts';

const keys = keysAsked(newCallForm);
/** The same questions, these of them asked of laureates. */
const asking = (later: ReadonlySet<string>): Form => ({
  ...newCallForm,
  sections: newCallForm.sections.map((section) => ({
    ...section,
    fields: section.fields.map(({ askedOf: _, ...field }) =>
      later.has(field.key) ? { ...field, askedOf: 'selected' as const } : field,
    ),
  })),
});
const someKeys = fc.uniqueArray(fc.constantFrom(...keys)).map((chosen) => new Set(chosen));

test('[CA16] each question is asked once, of everybody or of those who are selected, in the order of the form', () => {
  fc.assert(
    fc.property(someKeys, (later) => {
      const form = asking(later);
      expect(keysAsked(complementForm(form))).toEqual(keys.filter((key) => later.has(key)));
      expect(keysAsked(depositForm(form))).toEqual(keys.filter((key) => !later.has(key)));
      const { fields, selected } = askedFieldCount(form);
      expect([fields, selected]).toEqual([keys.length - later.size, later.size]);
    }),
  );
});

test('[CA16] a form that says nothing of it asks everything for the deposit, and is what it was to the letter', () => {
  expect(depositForm(shortForm)).toBe(shortForm);
  expect(complementForm(shortForm).sections).toEqual([]);
});

test('[AP15] whatever is written since, what was submitted stays as it was', () => {
  const answers = fc.dictionary(fc.constantFrom(...keys), fc.string());
  fc.assert(
    fc.property(someKeys, answers, answers, (later, said, written) => {
      const submitted = Object.fromEntries(Object.entries(said).filter(([key]) => !later.has(key)));
      const whole = withComplement(asking(later), submitted, written);
      for (const key of keys) expect(whole[key]).toBe((later.has(key) ? written : submitted)[key]);
    }),
  );
});

test('[CA16] a question for the deposit hangs on none that is asked later, and one at least is asked then', () => {
  const moved = (later: string[], onlyIf: Record<string, string> = {}): Form => ({
    ...twoPartForm,
    sections: twoPartForm.sections.map((section) => ({
      ...section,
      fields: section.fields.map(({ askedOf: _, ...field }) => ({
        ...field,
        ...(onlyIf[field.key] && { onlyIf: onlyIf[field.key] }),
        ...(later.includes(field.key) && { askedOf: 'selected' as const }),
      })),
    })),
  });
  const codes = (form: Form) => checkForm(form, 4).map(({ code }) => code);
  expect(codes(twoPartForm)).toEqual([]);
  expect(codes(moved(['appui']))).toEqual(['conditionLater']);
  expect(codes(moved(['appui_attendu']))).toEqual([]);
  expect(codes(moved([...keysAsked(twoPartForm)]))).toEqual(['depositEmpty']);
});

test('[CA16] what is asked later hangs on what was submitted too', () => {
  const { sections } = twoPartForm;
  const form: Form = {
    ...twoPartForm,
    sections: sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => {
        if (field.key !== 'appui') return field;
        const { askedOf: _, ...first } = field;
        return first;
      }),
    })),
  };
  const later = complementForm(form);
  expect(completeness(later, { appui: false, equipe: 'x' }, form)).toMatchObject({
    required: 1,
    answered: 1,
  });
  expect(completeness(later, { appui: true, equipe: 'x' }, form)).toMatchObject({ required: 2, answered: 1 });
});

test('[CA7] [CA16] the editor says when a question is asked, of questions only and not of what a block holds', () => {
  const field = findField(shortForm, { key: 'titre' });
  if (!field) throw new Error('a question expected');
  const typed = { ...typedFieldOf(field), askedOf: 'selected' };
  expect(parseField(field, typed)).toEqual({ field: { ...field, askedOf: 'selected' } });
  expect(parseField({ ...field, askedOf: 'selected' }, { ...typed, askedOf: '' })).toEqual({ field });
  expect(parseField(field, { ...typed, askedOf: 'demain' })).toEqual({
    faults: { askedOf: 'callForm.momentInvalid' },
  });
  const inner = findField(shortForm, { key: 'nom', block: 'partenaires' });
  if (!inner) throw new Error('a question of a block expected');
  const place = { key: 'nom', block: 'partenaires' };
  expect(changeField(shortForm, place, { ...inner, askedOf: 'selected' })).toEqual(shortForm);
});
