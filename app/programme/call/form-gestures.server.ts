import { FIELD_KINDS } from '#shared/programme/application/form.ts';
import type { FieldPlace } from '#shared/programme/application/form-edits.ts';
import { callForm as words } from '#shared/programme/call/call-form.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { afterOn, type Done } from '../../kernel/done.server.ts';
import { choice, gesturesOf, text, texts } from '../../kernel/gesture.server.ts';

/** The call whose form it is. */
interface FormPage {
  readonly call: { readonly id: string; readonly title: string };
}
/** And the question that the page is about. */
interface FieldPage extends FormPage {
  readonly place: FieldPlace;
}
/** A section, as its form names it. */
interface OfSection {
  readonly section: string;
}

const { news } = words;
const ofForm = gesturesOf(({ call }: FormPage) => ({ callId: call.id }));
const after = afterOn(({ call }: FormPage) => programmePaths.callForm(call));
const afterSection =
  (said: string) =>
  (_made: unknown, page: FormPage, { section }: OfSection): Done =>
    after(said, `section-${section}`)(null, page);
/** At the question, or at the block that it is in. */
const afterField =
  (said: string) =>
  (_made: unknown, page: FormPage, { key, block }: { key: string; block: string }): Done =>
    after(said, `champ-${block || key}`)(null, page);
const toField = (call: FormPage['call'], place: FieldPlace): Done => ({
  to: programmePaths.callFormField(call, place),
  said: news.ajoutee,
  focus: null,
});
const whole = () => '';

const direction = choice(['up', 'down']);
const question = { label: text, kind: choice(FIELD_KINDS) };
const place = { key: text, block: text };

/** What the buttons of the editor of a form do. */
export const formGestures = {
  addSection: ofForm('callForm.addSection', {
    fields: { label: text },
    form: whole,
    done: after(news.garde, 'nouvelle-section'),
  }),
  renameSection: ofForm('callForm.renameSection', {
    fields: { section: text, label: text },
    form: whole,
    done: afterSection(news.garde),
  }),
  moveSection: ofForm('callForm.moveSection', {
    fields: { section: text, direction },
    form: whole,
    done: afterSection(news.garde),
  }),
  removeSection: ofForm('callForm.removeSection', {
    fields: { section: text },
    form: whole,
    done: after(news.section, 'etat-du-formulaire'),
  }),
  addField: ofForm('callForm.addField', {
    fields: { section: text, ...question },
    form: whole,
    done: ({ key }, { call }) => toField(call, { key }),
  }),
  addInner: ofForm('callForm.addInner', {
    fields: { block: text, ...question },
    form: whole,
    done: ({ key }, { call }, { block }) => toField(call, { key, block }),
  }),
  moveField: ofForm('callForm.moveField', {
    fields: { ...place, direction },
    form: whole,
    done: afterField(news.garde),
  }),
  removeField: ofForm('callForm.removeField', {
    fields: place,
    form: whole,
    done: after(news.retire, 'etat-du-formulaire'),
  }),
  rules: ofForm('callForm.setRules', {
    fields: { rule: texts },
    form: whole,
    done: after(news.garde, 'regles'),
  }),
  undo: ofForm('callForm.undo', {
    fields: {},
    form: whole,
    done: after(news.annule, 'etat-du-formulaire'),
  }),
  discard: ofForm('callForm.discard', {
    fields: {},
    form: whole,
    done: after(news.abandon, 'etat-du-formulaire'),
  }),
  save: ofForm('callForm.save', {
    fields: {},
    form: whole,
    done: after(news.version, 'etat-du-formulaire'),
  }),
};

/** What the button of the page of a question does. */
export const fieldGestures = {
  save: gesturesOf(({ call, place: { key, block = '' } }: FieldPage) => ({ callId: call.id, key, block }))(
    'callForm.changeField',
    {
      fields: {
        ...{ label: text, help: text, kind: text, required: text, min: text, max: text },
        ...{ choices: text, formats: text, onlyIf: text, criterion: text, purpose: text },
        askedOf: text,
      },
      done: (_made, { call, place: { key, block } }) => {
        const anchor = `champ-${block ?? key}`;
        return { to: `${programmePaths.callForm(call)}#${anchor}`, said: news.garde, focus: anchor };
      },
    },
  ),
};
