import { z } from 'zod';
import { discardFormEdits, editForm, saveForm, undoFormEdit } from '#db/programme/call/call-form-edits.ts';
import type { Call } from '#db/programme/call/calls.ts';
import { Id, oneOf, read } from '#shared/kernel/input.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { ELIGIBILITY_RULES, FIELD_KINDS, type Form } from '#shared/programme/application/form.ts';
import type { CallFormError } from '#shared/programme/call/call-errors.ts';
import * as gestures from '#shared/programme/call/form-gestures.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';
import { changeOf } from './call-operations.ts';
import { preparingCall } from './call-rights.ts';

const OfCall = z.object({ callId: Id });
const Key = z.string().max(100);
const Label = read(gestures.parseFormLabel);
const Direction = z.enum(['up', 'down']);
const Kind = oneOf(FIELD_KINDS, 'callForm.kindInvalid');
const Said = z.string().max(50_000);

const OfSection = OfCall.extend({ section: Key });
/** `block` is empty for what stands in a section. */
const OfField = OfCall.extend({ key: Key, block: Key });
const placeOf = ({ key, block }: { key: string; block: string }) => ({ key, ...(block && { block }) });

const GONE = { 'callForm.notFound': '' } as const;

/** [CA5] [CA7] What the editor of a form does, gesture by gesture, and the versions that come of it. */
export const callFormOperations = {
  'callForm.addSection': operation({
    input: OfCall.extend({ label: Label }),
    right: preparingCall,
    refusals: { ...GONE, 'callForm.full': '' },
    run: (act, { label }) => edit(act, (form, taken) => gestures.withNewSection(form, taken, label)),
  }),

  'callForm.renameSection': operation({
    input: OfSection.extend({ label: Label }),
    right: preparingCall,
    refusals: GONE,
    run: (act, { section, label }) => edit(act, (form) => gestures.withSectionNamed(form, section, label)),
  }),

  'callForm.moveSection': operation({
    input: OfSection.extend({ direction: Direction }),
    right: preparingCall,
    refusals: GONE,
    run: (act, { section, direction }) =>
      edit(act, (form) => gestures.withSectionMoved(form, section, direction)),
  }),

  'callForm.removeSection': operation({
    input: OfSection,
    right: preparingCall,
    refusals: GONE,
    run: (act, { section }) => edit(act, (form) => gestures.withoutSection(form, section)),
  }),

  /** Gives the key of the new question, to go on with. */
  'callForm.addField': operation({
    input: OfSection.extend({ label: Label, kind: Kind }),
    right: preparingCall,
    refusals: { ...GONE, 'callForm.full': '' },
    run: (act, { callId: _, ...question }) =>
      grow(act, (form, taken) => gestures.withNewField(form, taken, question)),
  }),

  /** Gives the key of the new question of a block. */
  'callForm.addInner': operation({
    input: OfCall.extend({ block: Key, label: Label, kind: Kind }),
    right: preparingCall,
    refusals: { ...GONE, 'callForm.full': '', 'callForm.kindInvalid': '' },
    run: (act, { callId: _, ...question }) =>
      grow(act, (form, taken) => gestures.withNewInner(form, taken, question)),
  }),

  'callForm.moveField': operation({
    input: OfField.extend({ direction: Direction }),
    right: preparingCall,
    refusals: GONE,
    run: (act, { direction, ...field }) =>
      edit(act, (form) => gestures.withFieldMoved(form, placeOf(field), direction)),
  }),

  'callForm.removeField': operation({
    input: OfField,
    right: preparingCall,
    refusals: GONE,
    run: (act, field) => edit(act, (form) => gestures.withoutField(form, placeOf(field))),
  }),

  'callForm.changeField': operation({
    input: OfField.extend({
      ...{ label: Said, help: Said.transform((text) => text.replaceAll('\r\n', '\n')), kind: Said },
      ...{ required: Said, min: Said, max: Said, choices: Said, formats: Said },
      ...{ onlyIf: Said, criterion: Said, purpose: Said, askedOf: Said },
    }),
    right: preparingCall,
    refusals: {
      ...GONE,
      ...{ 'callForm.labelInvalid': 'label', 'callForm.helpTooLong': 'help', 'callForm.kindInvalid': 'kind' },
      ...{ 'callForm.boundInvalid': 'max', 'callForm.boundsReversed': 'max' },
      ...{ 'callForm.choicesMissing': 'choices', 'callForm.choicesTooMany': 'choices' },
      ...{ 'callForm.choiceTooLong': 'choices', 'callForm.choiceTwice': 'choices' },
      ...{ 'callForm.formatsInvalid': 'formats', 'callForm.conditionInvalid': 'onlyIf' },
      ...{ 'callForm.criterionInvalid': 'criterion', 'callForm.purposeInvalid': 'purpose' },
      'callForm.momentInvalid': 'askedOf',
    },
    run: (act, { callId: _, key, block, ...typed }) =>
      edit(act, (form) => gestures.withFieldChanged(form, placeOf({ key, block }), typed)),
  }),

  /** Which rules of eligibility hold. */
  'callForm.setRules': operation({
    input: OfCall.extend({ rule: z.array(Key).max(50) }),
    right: preparingCall,
    refusals: GONE,
    run: (act, { rule }) =>
      edit(act, (form) => ok({ ...form, rules: ELIGIBILITY_RULES.filter((one) => rule.includes(one)) })),
  }),

  'callForm.undo': operation({
    input: OfCall,
    right: preparingCall,
    refusals: { 'callForm.nothingChanged': '' },
    run: (act) => undoFormEdit(act.tx, changeOf(act)),
  }),

  'callForm.discard': operation({
    input: OfCall,
    right: preparingCall,
    refusals: {},
    run: (act) => discardFormEdits(act.tx, changeOf(act)),
  }),

  'callForm.save': operation({
    input: OfCall,
    right: preparingCall,
    refusals: { 'callForm.nothingChanged': '', 'callForm.cannotSave': '' },
    run: (act) => saveForm(act.tx, changeOf(act)),
  }),
};

type OnCall = Act & ByPerson & { readonly call: Call };

function edit<E extends CallFormError>(
  act: OnCall,
  change: (form: Form, taken: ReadonlySet<string>) => Result<Form, E>,
): Promise<Result<void, E | 'callForm.notFound'>> {
  return editForm(act.tx, { ...changeOf(act), edit: change });
}

async function grow<E extends CallFormError>(
  act: OnCall,
  change: (form: Form, taken: ReadonlySet<string>) => Result<{ form: Form; key: string }, E>,
): Promise<Result<{ key: string }, E | 'callForm.notFound'>> {
  let key = '';
  const edited = await edit(act, (form, taken) => {
    const grown = change(form, taken);
    if (!grown.ok) return grown;
    key = grown.value.key;
    return ok(grown.value.form);
  });
  return edited.ok ? ok({ key }) : edited;
}
