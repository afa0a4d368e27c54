import { Form } from 'react-router';
import { thematicDossier as words } from '#shared/publication/dossier/thematic-dossier.fr.ts';
import { type DossierFields, INTRODUCTION_MAX } from '#shared/publication/dossier/thematic-dossier.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import { type NamedTheme, TitleAndTheme } from './dossier-fields.tsx';
import { type DossierRefusal, refusalOf } from './dossier-refusal.ts';

/** [TD1] What the dossier says itself. Of two who write at once the second is told, keeps their words and reads the other’s. */
export function DossierForm({
  dossier,
  themes,
  refused,
}: {
  dossier: DossierFields & { readonly revision: number };
  themes: readonly NamedTheme[];
  refused: DossierRefusal | undefined;
}) {
  const said = refusalOf(refused, 'edit');
  return (
    <section className="plate" aria-labelledby="presentation">
      <h2 id="presentation">{words.text}</h2>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="edit" />
        <input type="hidden" name="seen" value={dossier.revision} />
        <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
        <TitleAndTheme
          themes={themes}
          errors={said?.errors}
          values={said?.values ?? { title: dossier.title, themeId: dossier.themeId }}
        />
        <TextAreaField
          label={words.fields.introduction}
          name="introduction"
          hint={words.introductionHint}
          error={said?.errors.introduction}
          defaultValue={said?.values.introduction ?? dossier.introduction}
          maxLength={INTRODUCTION_MAX}
          rows={8}
        />
        <button className="btn primary mt-4" type="submit">
          {words.save}
        </button>
      </Form>
      {said && (
        <details className="mt-4">
          <summary>{words.keptNow}</summary>
          <p className="mt-2 font-semibold break-words">{dossier.title}</p>
          <p className="mt-2 whitespace-pre-line break-words">{dossier.introduction}</p>
        </details>
      )}
    </section>
  );
}
