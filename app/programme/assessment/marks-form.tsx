import { type FormEvent, useEffect, useRef } from 'react';
import { Form, useFetcher } from 'react-router';
import { assessment as words } from '#shared/programme/assessment/assessment.fr.ts';
import { commentField, MARKS, type Marks, markField } from '#shared/programme/assessment/marks.ts';
import type { CallCriterion } from '#shared/programme/call/call.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { SelectField, TextAreaField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { AnswerList } from './answer-list.tsx';
import type { ReadAnswer } from './answer-text.ts';

interface MarksFormProps {
  readonly criteria: readonly CallCriterion[];
  readonly answersOf: readonly (readonly ReadAnswer[])[];
  /** Null: this reader gives no marks, and reads the answers only. */
  readonly own: {
    readonly draft: Marks;
    readonly privateNotes: string;
    readonly draftSavedAt: Date | null;
    readonly givenAt: Date | null;
  } | null;
  readonly errors: Readonly<Partial<Record<string, string>>>;
}

const PAUSE_MS = 1_200;

/** The answers beside the grid, criterion by criterion. Kept a moment after each pause, and by its buttons without script. */
export function MarksForm({ criteria, answersOf, own, errors }: MarksFormProps) {
  const fetcher = useFetcher<{ savedAt?: Date }>();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const keepSoon = (event: FormEvent<HTMLFormElement>) => {
    const typed = event.currentTarget;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const data = new FormData(typed);
      data.set('intent', 'save');
      fetcher.submit(data, { method: 'post' });
    }, PAUSE_MS);
  };
  const savedAt = fetcher.data?.savedAt ?? own?.draftSavedAt ?? null;
  const sections = criteria.map((criterion, index) => (
    <section className="plate" key={criterion.key} aria-labelledby={`critere-${criterion.key}`}>
      <header>
        <div className="min-w-0">
          <h2 id={`critere-${criterion.key}`}>{criterion.title}</h2>
          <p className="muted small">
            {criterion.description} {words.weight(criterion.weight)}
          </p>
        </div>
      </header>
      <div className="grid gap-6 lg:grid-cols-2">
        <AnswerList answers={answersOf[index] ?? []} />
        {own && (
          <div>
            <SelectField
              label={words.markOf(criterion.title)}
              name={markField(criterion.key)}
              required
              defaultValue={String(own.draft[criterion.key]?.mark ?? '')}
              error={errors[markField(criterion.key)]}
            >
              <option value="">{words.noMark}</option>
              {optionsOf(MARKS, words.markLabels)}
            </SelectField>
            <TextAreaField
              label={words.commentOf(criterion.title)}
              name={commentField(criterion.key)}
              required
              rows={5}
              maxLength={4_000}
              defaultValue={own.draft[criterion.key]?.comment ?? ''}
              error={errors[commentField(criterion.key)]}
            />
          </div>
        )}
      </div>
    </section>
  ));
  if (!own) return <div className="stack-lg">{sections}</div>;
  return (
    <Form method="post" noValidate ref={form} onInput={keepSoon} className="stack-lg">
      {sections}
      <Plate id="notes-privees" title={words.privateNotes}>
        <TextAreaField
          label={words.privateNotes}
          hint={words.privateNotesHint}
          name="privateNotes"
          rows={4}
          maxLength={20_000}
          defaultValue={own.privateNotes}
        />
      </Plate>
      <div className="row">
        <button className="btn primary" type="submit" name="intent" value="give">
          {own.givenAt ? words.giveAgain : words.give}
        </button>
        <button className="btn" type="submit" name="intent" value="save">
          {words.save}
        </button>
        <p className="muted small" role="status">
          {fetcher.state !== 'idle' ? words.saving : savedAt && words.saved(savedAt)}
        </p>
      </div>
    </Form>
  );
}
