import { TITLE_MAX } from '#shared/kernel/title.ts';
import { thematicDossier as words } from '#shared/publication/dossier/thematic-dossier.fr.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';

export interface NamedTheme {
  readonly id: string;
  readonly name: string;
}

/** [TD1] Title and theme of a dossier. */
export function TitleAndTheme({
  themes,
  errors,
  values,
}: {
  themes: readonly NamedTheme[];
  errors: Readonly<Partial<Record<string, string>>> | undefined;
  values: Readonly<Partial<Record<string, string>>>;
}) {
  return (
    <>
      <TextField
        label={words.fields.title}
        name="title"
        required
        error={errors?.title}
        defaultValue={values.title ?? ''}
        maxLength={TITLE_MAX}
        autoComplete="off"
      />
      <SelectField
        label={words.fields.themeId}
        name="themeId"
        required
        error={errors?.themeId}
        defaultValue={values.themeId ?? ''}
      >
        <option value="">{words.choose}</option>
        {namedOptions(themes)}
      </SelectField>
    </>
  );
}
