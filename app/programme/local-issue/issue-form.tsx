import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { fieldsOf, type Written, WrittenForm } from '../../ui/records/written-form.tsx';
import { ShownAnswer } from '../../ui/shown-answer.tsx';
import { SimilarIssues } from './similar-issues.tsx';

interface IssueFormProps extends Written {
  readonly themes: readonly { readonly id: string; readonly name: string }[];
  /** For whom it may be written; null when that does not change. */
  readonly cities: readonly { readonly id: string; readonly name: string }[] | null;
  readonly isProgramme: boolean;
  /** Challenges that are near what was typed; null when nobody asked. */
  readonly similar: readonly { readonly id: string; readonly title: string }[] | null;
  readonly submit: string;
}

/** What a challenge says. */
export function IssueForm({ themes, cities, isProgramme, similar, ...form }: IssueFormProps) {
  const field = fieldsOf(words.fields, form);
  return (
    <WrittenForm
      words={words}
      {...form}
      beside={
        <button className="btn" type="submit" name="intent" value="look">
          {words.lookFirst}
        </button>
      }
    >
      <TextField {...field('title')} required hint={words.hints.title} maxLength={200} autoComplete="off" />
      {similar && (
        <ShownAnswer answer={similar}>
          <SimilarIssues similar={similar} />
        </ShownAnswer>
      )}
      <TextAreaField {...field('context')} hint={words.hints.context} rows={6} />
      <SelectField {...field('theme')} required>
        <option value="">{words.choose}</option>
        {namedOptions(themes)}
      </SelectField>
      {cities && (
        <SelectField {...field('city')} defaultValue={form.answer?.values.city ?? cities[0]?.id ?? ''}>
          {isProgramme && <option value="">{words.programme}</option>}
          {namedOptions(cities)}
        </SelectField>
      )}
    </WrittenForm>
  );
}
