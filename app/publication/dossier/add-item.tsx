import { Form } from 'react-router';
import { thematicDossier as words } from '#shared/publication/dossier/thematic-dossier.fr.ts';
import {
  DOSSIER_ITEM_KINDS,
  DOSSIER_LINE_MAX,
  type DossierItemKind,
} from '#shared/publication/dossier/thematic-dossier.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { type DossierRefusal, refusalOf } from './dossier-refusal.ts';

interface AddItemProps {
  /** What is published and not in the dossier. */
  readonly choices: readonly {
    readonly documentId: string;
    readonly kind: DossierItemKind;
    readonly title: string;
  }[];
  readonly revision: number;
  readonly refused: DossierRefusal | undefined;
}

/** [TD2] Chooses among what the public reads today. */
export function AddItem({ choices, revision, refused }: AddItemProps) {
  const said = refusalOf(refused, 'add');
  const ofKind = (kind: DossierItemKind) => choices.filter((choice) => choice.kind === kind);
  return (
    <section className="plate" aria-labelledby="ajouter">
      <h2 id="ajouter">{words.add}</h2>
      <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
      {choices.length === 0 ? (
        <p className="muted">{words.allIn}</p>
      ) : (
        <Form method="post" noValidate>
          <input type="hidden" name="intent" value="add" />
          <input type="hidden" name="seen" value={revision} />
          <SelectField
            label={words.addWhich}
            hint={words.addHint}
            name="item"
            required
            error={said?.errors.item}
            defaultValue={said?.values.item ?? ''}
          >
            <option value="">{words.choose}</option>
            {DOSSIER_ITEM_KINDS.filter((kind) => ofKind(kind).length > 0).map((kind) => (
              <optgroup key={kind} label={words.kindsMany[kind]}>
                {ofKind(kind).map(({ documentId, title }) => (
                  <option key={documentId} value={documentId}>
                    {title}
                  </option>
                ))}
              </optgroup>
            ))}
          </SelectField>
          <TextField
            label={words.line}
            name="line"
            error={said?.errors.line}
            defaultValue={said?.values.line ?? ''}
            maxLength={DOSSIER_LINE_MAX}
          />
          <button className="btn mt-4" type="submit">
            {words.addNow}
          </button>
        </Form>
      )}
    </section>
  );
}
