import { slugOf } from '../../kernel/ids.ts';
import { fieldsOf } from './answers.ts';
import {
  FIELD_KINDS,
  type FieldKind,
  type Form,
  type FormField,
  type FormSection,
  type SimpleField,
} from './form.ts';

/** Up: towards the beginning. */
export type Direction = 'up' | 'down';

/** Where a field is: in a section, or in a block. */
export interface FieldPlace {
  readonly key: string;
  /** The block it is in. */
  readonly block?: string | undefined;
}

/** [CA7] A key that nothing has, nor ever had: an answer to a field that is gone must not come back under another question. */
export function newKeyOf(label: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(label).replaceAll('-', '_').slice(0, 32).replace(/_+$/, '');
  const base = /^[a-z]/.test(slug) ? slug : `champ_${slug}`.replace(/_+$/, '');
  for (let rank = 1; ; rank += 1) {
    const key = rank === 1 ? base : `${base}_${rank}`;
    if (!taken.has(key)) return key;
  }
}

/** Every key of a form: sections, fields, fields of blocks. */
export function keysOf(form: Form): readonly string[] {
  const fields = fieldsOf(form);
  return [
    ...form.sections.map(({ key }) => key),
    ...fields.map(({ key }) => key),
    ...fields.flatMap((field) => field.fields.map(({ key }) => key)),
  ];
}

/** A new field asks for nothing in particular yet. */
export function blankField(key: string, label: string, kind: FieldKind): FormField {
  const file = kind === 'file' ? { formats: ['pdf', 'odt'], max: 10 } : { formats: [] };
  return { key, label, help: '', kind, isRequired: false, choices: [], fields: [], ...file };
}

/** What a field of a block may be: a block holds no block. */
export const INNER_KINDS = FIELD_KINDS.filter((kind) => kind !== 'rows');

/** Kinds whose answers are alike: a field may become another of them and keep what was said. */
const ALIKE: readonly (readonly FieldKind[])[] = [['text', 'longText', 'email', 'phone', 'url']];

/** [CA7] What a field may become without losing its answers. */
export function kindsLike(kind: FieldKind): readonly FieldKind[] {
  return ALIKE.find((kinds) => kinds.includes(kind)) ?? [kind];
}

const withSections = (form: Form, sections: readonly FormSection[]): Form => ({
  ...form,
  sections: [...sections],
});

const onSection = (form: Form, key: string, change: (section: FormSection) => FormSection): Form =>
  withSections(
    form,
    form.sections.map((section) => (section.key === key ? change(section) : section)),
  );

export function addSection(form: Form, key: string, title: string): Form {
  return withSections(form, [...form.sections, { key, title, fields: [] }]);
}

export function renameSection(form: Form, key: string, title: string): Form {
  return onSection(form, key, (section) => ({ ...section, title }));
}

export function removeSection(form: Form, key: string): Form {
  return withSections(
    form,
    form.sections.filter((section) => section.key !== key),
  );
}

export function moveSection(form: Form, key: string, direction: Direction): Form {
  return withSections(form, moved(form.sections, key, direction));
}

export function addField(form: Form, sectionKey: string, field: FormField): Form {
  return onSection(form, sectionKey, (section) => ({ ...section, fields: [...section.fields, field] }));
}

export function addInnerField(form: Form, block: string, field: SimpleField): Form {
  return onField(form, { key: block }, (found) => ({ ...found, fields: [...found.fields, field] }));
}

export function findField(form: Form, { key, block }: FieldPlace): FormField | null {
  const top = fieldsOf(form).find((field) => field.key === (block ?? key));
  if (block === undefined) return top ?? null;
  const inner = top?.fields.find((field) => field.key === key);
  return inner ? { ...inner, fields: [] } : null;
}

/** Puts another field in the place of one. */
export function changeField(form: Form, { key, block }: FieldPlace, field: FormField): Form {
  if (block === undefined) return onField(form, { key }, () => field);
  // A question of a block is asked with its block.
  const { fields: _, askedOf: __, ...inner } = field;
  return onField(form, { key: block }, (found) => ({
    ...found,
    fields: found.fields.map((one) => (one.key === key ? inner : one)),
  }));
}

export function removeField(form: Form, { key, block }: FieldPlace): Form {
  if (block === undefined)
    return withSections(
      form,
      form.sections.map((section) => ({
        ...section,
        fields: section.fields.filter((field) => field.key !== key),
      })),
    );
  return onField(form, { key: block }, (found) => ({
    ...found,
    fields: found.fields.filter((one) => one.key !== key),
  }));
}

/** One place up or down; at the edge of its section a field goes on into the next one. */
export function moveField(form: Form, { key, block }: FieldPlace, direction: Direction): Form {
  if (block !== undefined)
    return onField(form, { key: block }, (found) => ({
      ...found,
      fields: moved(found.fields, key, direction),
    }));
  const at = form.sections.findIndex(({ fields }) => fields.some((field) => field.key === key));
  const section = form.sections[at];
  const field = findField(form, { key });
  if (!section || !field) return form;
  const isAtEdge = section.fields.at(direction === 'up' ? 0 : -1)?.key === key;
  if (!isAtEdge)
    return onSection(form, section.key, (s) => ({ ...s, fields: moved(s.fields, key, direction) }));
  const next = form.sections[at + (direction === 'up' ? -1 : 1)];
  if (!next) return form;
  return onSection(removeField(form, { key }), next.key, (s) => ({
    ...s,
    fields: direction === 'up' ? [...s.fields, field] : [field, ...s.fields],
  }));
}

function onField(form: Form, { key }: { key: string }, change: (field: FormField) => FormField): Form {
  return withSections(
    form,
    form.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => (field.key === key ? change(field) : field)),
    })),
  );
}

function moved<T extends { readonly key: string }>(
  list: readonly T[],
  key: string,
  direction: Direction,
): T[] {
  const from = list.findIndex((one) => one.key === key);
  const to = from + (direction === 'up' ? -1 : 1);
  const [one, other] = [list[from], list[to]];
  if (!one || !other) return [...list];
  return list.map((kept, at) => (at === from ? other : at === to ? one : kept));
}
