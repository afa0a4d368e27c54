import { expect, test } from 'vitest';
import type { Tx } from '#db/kernel/transaction.ts';
import { applications } from '#db/programme/application/schema.ts';
import { holdCall } from '#db/programme/call/call-changes.ts';
import {
  discardFormEdits,
  editForm,
  findWorkingForm,
  saveForm,
  undoFormEdit,
} from '#db/programme/call/call-form-edits.ts';
import { currentForm, findForm } from '#db/programme/call/calls.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { defaultForm } from '#db/seed/default-form/default-form.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { ApplicationStatus } from '#shared/programme/application/application.ts';
import type { Form } from '#shared/programme/application/form.ts';
import {
  addSection,
  newKeyOf,
  removeField,
  removeSection,
  renameSection,
} from '#shared/programme/application/form-edits.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { aCall } from '#tests/support/programme/builders/call-builders.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2022-03-14T09:00:00Z');
const rename = (title: string) => (form: Form) => ok(renameSection(form, 'projet', title));

async function fill(db: Tx) {
  const site = siteOf(db, now);
  const call = await aCall(site);
  const [claire, reviewer, agent] = [
    await aPerson(site, { platformRole: 'coordinator' }),
    await aPerson(site, { platformRole: 'reviewer' }),
    await aPerson(site),
  ];
  const held = await holdCall(db, { callId: call.id, now });
  if (!held) throw new Error('no such call');
  const by = { call: held, userId: claire.id, now, newId: site.newId };
  const titleOf = async () => {
    const working = await findWorkingForm(db, call.id);
    return working?.form.sections.find(({ key }) => key === 'projet')?.title;
  };
  return { db, site, call, by, reviewer, agent, titleOf };
}
const withWorld = (run: (world: Awaited<ReturnType<typeof fill>>) => Promise<void>) =>
  withDb(async (db) => run(await fill(db)));

test('[CA7] each gesture can be undone, down to the version; what is discarded is gone', () =>
  withWorld(async ({ db, call, by, titleOf }) => {
    expect(await findWorkingForm(db, call.id)).toMatchObject({ version: 1, changes: 0 });
    await editForm(db, { ...by, edit: rename('Un') });
    await editForm(db, { ...by, edit: (form) => ok(removeField(form, { key: 'titre' })) });
    await editForm(db, { ...by, edit: rename('Deux') });
    expect(await findWorkingForm(db, call.id)).toMatchObject({ changes: 3 });
    await undoFormEdit(db, by);
    expect(await titleOf()).toBe('Un');
    await undoFormEdit(db, by);
    const back = await findWorkingForm(db, call.id);
    expect(back?.form.sections.flatMap(({ fields }) => fields)).toHaveLength(38);
    await discardFormEdits(db, by);
    expect(await titleOf()).toBe('Thème et projet');
    expect(await undoFormEdit(db, by)).toMatchObject({ error: 'callForm.nothingChanged' });
    expect((await currentForm(db, call.id))?.version).toBe(1);
  }));

test('[CA7] fifty gestures are kept, and undoing stops there instead of losing the older ones', () =>
  withWorld(async ({ db, call, by, titleOf }) => {
    for (let rank = 1; rank <= 52; rank += 1) await editForm(db, { ...by, edit: rename(`Titre ${rank}`) });
    expect((await findWorkingForm(db, call.id))?.changes).toBe(50);
    let undone = 0;
    while ((await undoFormEdit(db, by)).ok) undone += 1;
    expect([undone, await titleOf()]).toEqual([49, 'Titre 3']);
  }));

test('[CA7] a gesture that refuses leaves nothing, and a key of any version is never used again', () =>
  withWorld(async ({ db, call, by }) => {
    expect(await editForm(db, { ...by, edit: () => fail('callForm.notFound') })).toMatchObject({
      error: 'callForm.notFound',
    });
    expect((await findWorkingForm(db, call.id))?.changes).toBe(0);
    await editForm(db, { ...by, edit: (form) => ok(removeField(form, { key: 'titre' })) });
    await saveForm(db, by);
    let key = '';
    await editForm(db, {
      ...by,
      edit: (form, taken) => {
        key = newKeyOf('Titre', taken);
        return ok(form);
      },
    });
    expect(key).toBe('titre_2');
  }));

test('[CA5] a saved version stays; running drafts move to the newest one, what was submitted does not', () =>
  withWorld(async ({ db, site, call, by }) => {
    const city = await anOrganisation(site);
    const apply = async (status: ApplicationStatus) => {
      const application = { callId: call.id, organisationId: city.id, status, formVersion: 1 };
      await db
        .insert(applications)
        .values({ id: site.newId(), ...application, createdAt: now, updatedAt: now });
    };
    await apply('draft');
    await apply('submitted');
    await apply('correction');
    expect(await saveForm(db, by)).toMatchObject({ error: 'callForm.nothingChanged' });
    await editForm(db, { ...by, edit: rename('Projet') });
    expect(await saveForm(db, by)).toMatchObject({ value: { version: 2 } });
    expect(await findForm(db, { callId: call.id, version: 1 })).toEqual(defaultForm);
    expect((await currentForm(db, call.id))?.version).toBe(2);
    const rows = await db
      .select({ status: applications.status, version: applications.formVersion })
      .from(applications);
    expect(rows.map(({ status, version }) => `${status} ${version}`).sort()).toEqual([
      'correction 1',
      'draft 2',
      'submitted 1',
    ]);
    expect(await findWorkingForm(db, call.id)).toMatchObject({ version: 2, changes: 0 });
  }));

test('[CA7] a form that was emptied, or cannot be answered, is no version: people go on with the one they have', () =>
  withWorld(async ({ db, call, by }) => {
    const empty = (form: Form) => ok(form.sections.reduce((left, { key }) => removeSection(left, key), form));
    await editForm(db, { ...by, edit: empty });
    expect(await saveForm(db, by)).toMatchObject({ error: 'callForm.cannotSave' });
    await editForm(db, { ...by, edit: (form) => ok(addSection(form, 'vide', 'Vide')) });
    expect(await saveForm(db, by)).toMatchObject({ error: 'callForm.cannotSave' });
    expect((await currentForm(db, call.id))?.form).toEqual(defaultForm);
  }));

test('[CA2] [CA7] nobody else edits a form', () =>
  withWorld(async ({ db, call, by, reviewer, agent }) => {
    await editForm(db, { ...by, edit: rename('Un') });
    const operations = operationsOn(db, { now: () => now });
    const of = { callId: call.id };
    for (const { id: userId } of [reviewer, agent]) {
      const done = [
        await operations.run('callForm.addSection', { userId }, { ...of, label: 'Deux' }),
        await operations.run('callForm.undo', { userId }, of),
        await operations.run('callForm.discard', { userId }, of),
        await operations.run('callForm.save', { userId }, of),
      ];
      for (const one of done) expect(one).toMatchObject({ ok: false, error: 'access.notFound' });
    }
    expect(await findWorkingForm(db, call.id)).toMatchObject({ version: 1, changes: 1 });
  }));

test('[CA7] a question is added to a section or a block, and everything that is wrong with it is told at once', () =>
  withWorld(async ({ db, by }) => {
    const operations = operationsOn(db, { now: () => now });
    const asker = { userId: by.userId };
    const of = { callId: by.call.id };
    const block = await operations.run('callForm.addField', asker, {
      ...{ ...of, section: 'projet', label: ' Autres  outils ', kind: 'rows' },
    });
    expect(block).toMatchObject({ ok: true, value: { key: 'autres_outils' } });
    const inner = { ...of, block: 'autres_outils', label: 'Nom' };
    expect(await operations.run('callForm.addInner', asker, { ...inner, kind: 'rows' })).toMatchObject({
      error: 'callForm.kindInvalid',
    });
    const made = await operations.run('callForm.addInner', asker, { ...inner, kind: 'text' });
    if (!made.ok) throw new Error(made.error);
    const field = { ...of, key: made.value.key, block: 'autres_outils' };
    const typed = {
      help: '',
      kind: 'text',
      required: '',
      choices: '',
      formats: '',
      onlyIf: '',
      criterion: '',
      purpose: '',
      askedOf: '',
    };
    const wrong = { ...field, ...typed, label: ' ', min: 'x', max: '' };
    expect(await operations.run('callForm.changeField', asker, wrong)).toMatchObject({
      fields: { label: 'callForm.labelInvalid', min: 'callForm.boundInvalid' },
    });
    for (const name of ['callForm.moveField', 'callForm.removeField'] as const) {
      const gone = { ...of, key: 'inconnu', block: '', direction: 'up' as const };
      expect(await operations.run(name, asker, gone)).toMatchObject({ error: 'callForm.notFound' });
    }
  }));
