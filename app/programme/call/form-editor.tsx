import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Form, Link } from 'react-router';
import {
  type Form as ApplicationForm,
  FIELD_KINDS,
  type FieldKind,
  type FormField,
  type FormSection,
  type SimpleField,
} from '#shared/programme/application/form.ts';
import { INNER_KINDS } from '#shared/programme/application/form-edits.ts';
import { callForm as words } from '#shared/programme/call/call-form.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { KindOptions } from './kind-options.tsx';

interface FormEditorProps {
  readonly call: { readonly id: string; readonly title: string };
  readonly form: ApplicationForm;
}

/** A form by sections, each question with its gestures. */
export function FormEditor({ call, form }: FormEditorProps) {
  return form.sections.map((section, at) => (
    <section className="plate" key={section.key} aria-labelledby={`section-${section.key}`}>
      <header>
        <h2 id={`section-${section.key}`}>{section.title}</h2>
        <Gestures
          name={section.title}
          move="moveSection"
          remove="removeSection"
          fields={{ section: section.key }}
          isFirst={at === 0}
          isLast={at === form.sections.length - 1}
        />
      </header>
      <SectionFields call={call} form={form} section={section} />
      <div className="row mt-4 items-start">
        <Fold summary={words.rename} name={section.title}>
          <Form method="post" className="mt-2" noValidate>
            <input type="hidden" name="intent" value="renameSection" />
            <input type="hidden" name="section" value={section.key} />
            <TextField
              label={words.sectionOf(section.title)}
              name="label"
              required
              id={`rename-${section.key}`}
              defaultValue={section.title}
              autoComplete="off"
            />
            <button className="btn mt-3" type="submit">
              {words.rename}
              <span className="vh">{words.named(section.title)}</span>
            </button>
          </Form>
        </Fold>
        <Fold summary={words.newField} name={section.title}>
          <NewField
            fields={{ intent: 'addField', section: section.key }}
            id={`section-of-${section.key}`}
            kinds={FIELD_KINDS}
            submit={words.addField}
            name={section.title}
          />
        </Fold>
      </div>
    </section>
  ));
}

function SectionFields({ call, form, section }: FormEditorProps & { section: FormSection }) {
  if (section.fields.length === 0) return <p className="muted">{words.noFields}</p>;
  const [first, last] = [form.sections.at(0), form.sections.at(-1)];
  return (
    <ol className="ruled">
      {section.fields.map((field, at) => (
        <li key={field.key} className="form-field" id={`champ-${field.key}`}>
          <FieldFacts field={field} form={form} />
          <Gestures
            name={field.label}
            edit={programmePaths.callFormField(call, { key: field.key })}
            move="moveField"
            remove="removeField"
            fields={{ key: field.key }}
            isFirst={section === first && at === 0}
            isLast={section === last && at === section.fields.length - 1}
          />
          {field.kind === 'rows' && <Inner call={call} field={field} form={form} />}
        </li>
      ))}
    </ol>
  );
}

/** What a line of a block holds. */
function Inner({ call, field, form }: FormEditorProps & { field: FormField }) {
  return (
    <div className="col-span-full">
      {field.fields.length === 0 ? (
        <p className="muted">{words.noInner}</p>
      ) : (
        <ol className="ruled" aria-label={`${words.columns}${words.named(field.label)}`}>
          {field.fields.map((inner, at) => (
            <li key={inner.key} className="form-field">
              <FieldFacts field={inner} form={form} />
              <Gestures
                name={`${inner.label} (${field.label})`}
                edit={programmePaths.callFormField(call, { key: inner.key, block: field.key })}
                move="moveField"
                remove="removeField"
                fields={{ key: inner.key, block: field.key }}
                isFirst={at === 0}
                isLast={at === field.fields.length - 1}
              />
            </li>
          ))}
        </ol>
      )}
      <Fold summary={words.newInner} name={field.label}>
        <NewField
          fields={{ intent: 'addInner', block: field.key }}
          id={`column-of-${field.key}`}
          kinds={INNER_KINDS}
          submit={words.addInner}
          name={field.label}
        />
      </Fold>
    </div>
  );
}

function FieldFacts({ field, form }: { field: FormField | SimpleField; form: ApplicationForm }) {
  const condition = form.sections.flatMap(({ fields }) => fields).find(({ key }) => key === field.onlyIf);
  const facts = [
    words.kinds[field.kind],
    ...(condition ? [words.onlyIfShort(condition.label)] : []),
    ...(field.criterion ? [words.criterion(field.criterion)] : []),
    ...('askedOf' in field && field.askedOf ? [words.momentShort] : []),
    ...(field.purpose ? [words.purposeShort(words.purposes[field.purpose])] : []),
  ];
  return (
    <div>
      <p>
        <strong>{field.label}</strong> {field.isRequired && <span className="badge">{words.required}</span>}
      </p>
      <p className="muted small">{facts.join(' · ')}</p>
    </div>
  );
}

interface GesturesProps {
  readonly name: string;
  readonly edit?: string;
  readonly move: string;
  readonly remove: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Up, down, change, remove: each a button that says what it is about. */
function Gestures({ name, edit, move, remove, fields, isFirst, isLast }: GesturesProps) {
  const said = (verb: string) => `${verb}${words.named(name)}`;
  return (
    <div className="gestures">
      {edit && (
        <Link className="btn sm" to={edit} aria-label={said(words.edit)}>
          <Pencil className="icon" aria-hidden="true" />
          {words.edit}
        </Link>
      )}
      {!isFirst && (
        <PostButton
          fields={{ intent: move, direction: 'up', ...fields }}
          label={said(words.up)}
          className="btn sm icon-only"
        >
          <ArrowUp className="icon" aria-hidden="true" />
        </PostButton>
      )}
      {!isLast && (
        <PostButton
          fields={{ intent: move, direction: 'down', ...fields }}
          label={said(words.down)}
          className="btn sm icon-only"
        >
          <ArrowDown className="icon" aria-hidden="true" />
        </PostButton>
      )}
      <PostButton
        fields={{ intent: remove, ...fields }}
        label={said(words.remove)}
        className="btn sm icon-only"
      >
        <Trash2 className="icon" aria-hidden="true" />
      </PostButton>
    </div>
  );
}

function Fold({ summary, name, children }: { summary: string; name: string; children: ReactNode }) {
  return (
    <details className="fold">
      <summary className="btn sm">
        {summary}
        <span className="vh">{words.named(name)}</span>
      </summary>
      {children}
    </details>
  );
}

function NewField({
  fields,
  id,
  kinds,
  submit,
  name: place,
}: {
  fields: Readonly<Record<string, string>>;
  id: string;
  kinds: readonly FieldKind[];
  submit: string;
  name: string;
}) {
  return (
    <Form method="post" className="mt-2" key={id}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField label={words.fieldLabel} name="label" id={`new-label-${id}`} autoComplete="off" required />
      <SelectField label={words.fieldKind} name="kind" id={`new-kind-${id}`} defaultValue="text">
        <KindOptions kinds={kinds} />
      </SelectField>
      <button className="btn mt-3" type="submit">
        {submit}
        <span className="vh">{words.named(place)}</span>
      </button>
    </Form>
  );
}
