import { z } from 'zod';
import { discardFormEdits, editForm, saveForm, undoFormEdit } from '#db/programme/call/call-form-edits.ts';
import type { Services } from '#server/services.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { countFields, FORM_FIELDS_MAX } from '#shared/programme/application/check-form.ts';
import { ELIGIBILITY_RULES, FIELD_KINDS, type Form } from '#shared/programme/application/form.ts';
import * as edits from '#shared/programme/application/form-edits.ts';
import type { CallFormError } from '#shared/programme/call/call-errors.ts';

const key = z.string().max(100);
const label = z.string().max(5_000);
const direction = z.enum(['up', 'down']);
const place = { key, block: key.optional() };

/** One gesture of the editor of a form. */
export const FormGesture = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('addSection'), label }),
  z.object({ intent: z.literal('renameSection'), section: key, label }),
  z.object({ intent: z.literal('moveSection'), section: key, direction }),
  z.object({ intent: z.literal('removeSection'), section: key }),
  z.object({ intent: z.literal('addField'), section: key, label, kind: z.string() }),
  z.object({ intent: z.literal('addInner'), block: key, label, kind: z.string() }),
  z.object({ intent: z.literal('moveField'), ...place, direction }),
  z.object({ intent: z.literal('removeField'), ...place }),
  z.object({ intent: z.literal('rules') }),
  z.object({ intent: z.literal('undo') }),
  z.object({ intent: z.literal('discard') }),
  z.object({ intent: z.literal('save') }),
]);
type Gesture = z.infer<typeof FormGesture>;

/** What became of a gesture: news for the page, and the field that was made, to go on with. */
type Done = { readonly news: string; readonly made?: edits.FieldPlace };
type Refused = 'access.notFound' | CallFormError;

/** Does one gesture. `rules` are those that are ticked. */
export async function doGesture(
  { db, now, newId }: Services,
  by: { callId: string; userId: string },
  gesture: Gesture,
  rules: readonly string[],
): Promise<Result<Done, Refused>> {
  const change = { ...by, now: now(), newId };
  if (gesture.intent === 'undo') return told(await undoFormEdit(db, change), 'annule');
  if (gesture.intent === 'discard') return told(await discardFormEdits(db, change), 'abandon');
  if (gesture.intent === 'save') return told(await saveForm(db, change), 'version');
  let made: edits.FieldPlace | undefined;
  const edited = await editForm(db, {
    ...change,
    edit: (form, taken) => {
      const result = apply(form, taken, gesture, rules);
      made = result.ok ? result.value.made : undefined;
      return result.ok ? ok(result.value.form) : result;
    },
  });
  const news = { removeField: 'retire', removeSection: 'section' }[gesture.intent as string] ?? 'garde';
  return edited.ok ? ok({ news, ...(made && { made }) }) : edited;
}

const told = (result: Result<unknown, Refused>, news: string): Result<Done, Refused> =>
  result.ok ? ok({ news }) : result;

type Applied = Result<{ readonly form: Form; readonly made?: edits.FieldPlace }, CallFormError>;

function apply(
  form: Form,
  taken: ReadonlySet<string>,
  gesture: Exclude<Gesture, { intent: 'undo' | 'discard' | 'save' }>,
  rules: readonly string[],
): Applied {
  const done = (next: Form): Applied => ok({ form: next });
  if (gesture.intent === 'rules')
    return done({ ...form, rules: ELIGIBILITY_RULES.filter((rule) => rules.includes(rule)) });
  if ('label' in gesture) return applyNamed(form, taken, gesture);
  if ('section' in gesture) {
    if (!form.sections.some((section) => section.key === gesture.section)) return fail('callForm.notFound');
    return done(
      gesture.intent === 'removeSection'
        ? edits.removeSection(form, gesture.section)
        : edits.moveSection(form, gesture.section, gesture.direction),
    );
  }
  if (!edits.findField(form, gesture)) return fail('callForm.notFound');
  return done(
    gesture.intent === 'removeField'
      ? edits.removeField(form, gesture)
      : edits.moveField(form, gesture, gesture.direction),
  );
}

/** Gestures that bring a name with them. */
function applyNamed(
  form: Form,
  taken: ReadonlySet<string>,
  gesture: Extract<Gesture, { label: string }>,
): Applied {
  const name = gesture.label.replace(/\s+/gu, ' ').trim();
  if (name === '' || name.length > 300) return fail('callForm.labelInvalid');
  const key = edits.newKeyOf(name, taken);
  if (gesture.intent === 'addSection')
    return form.sections.length < 30
      ? ok({ form: edits.addSection(form, key, name) })
      : fail('callForm.full');
  if (gesture.intent === 'renameSection') {
    const isThere = form.sections.some((section) => section.key === gesture.section);
    return isThere
      ? ok({ form: edits.renameSection(form, gesture.section, name) })
      : fail('callForm.notFound');
  }
  const kind = FIELD_KINDS.find((known) => known === gesture.kind);
  if (!kind) return fail('callForm.kindInvalid');
  if (countFields(form) >= FORM_FIELDS_MAX) return fail('callForm.full');
  if (gesture.intent === 'addField') {
    const section = form.sections.find((known) => known.key === gesture.section);
    if (!section) return fail('callForm.notFound');
    if (section.fields.length >= 60) return fail('callForm.full');
    const next = edits.addField(form, section.key, edits.blankField(key, name, kind));
    return ok({ form: next, made: { key } });
  }
  const block = edits.findField(form, { key: gesture.block });
  if (block?.kind !== 'rows') return fail('callForm.notFound');
  if (kind === 'rows' || block.fields.length >= 30)
    return fail(kind === 'rows' ? 'callForm.kindInvalid' : 'callForm.full');
  const { fields: _, ...inner } = edits.blankField(key, name, kind);
  return ok({ form: edits.addInnerField(form, block.key, inner), made: { key, block: block.key } });
}
