import { Form } from 'react-router';
import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { OwnerField, type PossibleOwner } from './owner-field.tsx';

/** What the page’s action answered when it refused. */
export interface SynthesisRefusal {
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Partial<Record<string, string>>>;
}
type Refused = SynthesisRefusal | undefined;

const of = (refused: Refused, intent: string) => (refused?.values.form === intent ? refused : undefined);

interface SettingsFormProps {
  readonly intent: 'begin' | 'settings';
  readonly title: string;
  readonly dueOn: string;
  /** Where the texts could be kept; none once that is said. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly refused: Refused;
}

/** [SY1] [SY5] Title and due day of the whole; at the beginning, also the group that keeps its texts. */
export function SettingsForm({ intent, title, dueOn, groups, refused }: SettingsFormProps) {
  const said = of(refused, intent);
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="intent" value={intent} />
      <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
      <TextField
        label={words.titleLabel}
        name="title"
        required
        id="title"
        maxLength={200}
        defaultValue={said?.values.title ?? title}
        error={said?.errors.title}
      />
      {intent === 'begin' && (
        <SelectField
          label={words.groupLabel}
          name="group"
          hint={words.beginHint}
          defaultValue={said?.values.group ?? groups[0]?.id}
          error={said?.errors.group}
        >
          {namedOptions(groups)}
        </SelectField>
      )}
      <TextField
        label={words.dueLabel}
        name="due"
        required
        id="due"
        type="date"
        defaultValue={said?.values.due ?? dueOn}
        error={said?.errors.due}
      />
      <button className={intent === 'begin' ? 'btn primary mt-3' : 'btn mt-3'} type="submit">
        {intent === 'begin' ? words.begin : words.save}
      </button>
    </Form>
  );
}

/** [SY2] One more chapter, at the end. */
export function AddChapterForm({ people, refused }: { people: readonly PossibleOwner[]; refused: Refused }) {
  const said = of(refused, 'add');
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="intent" value="add" />
      <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
      <TextField
        label={words.chapterTitle}
        name="chapterTitle"
        required
        maxLength={200}
        defaultValue={said?.values.chapterTitle ?? ''}
        error={said?.errors.chapterTitle}
      />
      <OwnerField people={people} chosen={said?.values.owner ?? ''} error={said?.errors.owner} />
      <TextField
        label={words.dueLabel}
        name="chapterDue"
        type="date"
        defaultValue={said?.values.chapterDue ?? ''}
        error={said?.errors.chapterDue}
      />
      <button className="btn primary mt-3" type="submit">
        {words.addButton}
      </button>
    </Form>
  );
}

/** [SY2] What was taken out, and how it comes back. */
export function RemovedChapters({
  chapters,
}: {
  chapters: readonly { readonly id: string; readonly title: string }[];
}) {
  if (chapters.length === 0) return null;
  return (
    <details className="plate">
      <summary>{words.removed}</summary>
      <ul className="ruled mt-3">
        {chapters.map(({ id, title }) => (
          <li key={id} className="row">
            <span className="min-w-0 break-words">{title}</span>
            <PostButton fields={{ intent: 'putBack', chapter: id }} label={words.putBackOf(title)}>
              {words.putBack}
            </PostButton>
          </li>
        ))}
      </ul>
    </details>
  );
}
