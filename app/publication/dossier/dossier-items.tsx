import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { Form } from 'react-router';
import { thematicDossier as words } from '#shared/publication/dossier/thematic-dossier.fr.ts';
import { DOSSIER_LINE_MAX, type DossierItemKind } from '#shared/publication/dossier/thematic-dossier.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { type DossierRefusal, refusalOf } from './dossier-refusal.ts';
import { itemAddress } from './item-address.ts';

interface Item {
  readonly documentId: string;
  readonly title: string;
  readonly line: string;
  readonly isSheet: boolean;
  /** Null when the public no longer reads it. */
  readonly shown: {
    readonly kind: DossierItemKind;
    readonly address: string;
    readonly title: string;
  } | null;
}

interface DossierItemsProps {
  readonly items: readonly Item[];
  readonly revision: number;
  readonly refused: DossierRefusal | undefined;
}

/** [TD2] [TD3] What the dossier gathers, in its order; every gesture is a button of a form. */
export function DossierItems({ items, revision, refused }: DossierItemsProps) {
  const said = refusalOf(refused, 'up', 'down', 'remove');
  return (
    <section className="plate" aria-labelledby="textes">
      <h2 id="textes">{words.contents}</h2>
      <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
      {items.length === 0 ? (
        <p className="muted">{words.empty}</p>
      ) : (
        <ol className="ruled mt-3">
          {items.map((item, index) => (
            <li key={item.documentId}>
              <div className="row">
                <span className="min-w-0 flex-1 break-words">
                  <ItemTitle item={item} />
                </span>
                <ItemButtons
                  item={item}
                  revision={revision}
                  isFirst={index === 0}
                  isLast={index === items.length - 1}
                />
              </div>
              <LineForm
                item={item}
                revision={revision}
                refused={refused?.values.item === item.documentId ? refusalOf(refused, 'present') : undefined}
              />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function ItemTitle({ item: { title, shown, isSheet } }: { item: Item }) {
  if (!shown)
    return (
      <>
        <span className="block">{title}</span>
        <span className="badge warning">{isSheet ? words.goneSheet : words.gone}</span>
      </>
    );
  return (
    <>
      <a href={itemAddress(shown)}>{shown.title}</a>
      <span className="muted small block">{words.kinds[shown.kind]}</span>
    </>
  );
}

function ItemButtons({
  item,
  revision,
  isFirst,
  isLast,
}: {
  item: Item;
  revision: number;
  isFirst: boolean;
  isLast: boolean;
}) {
  const name = item.shown?.title ?? item.title;
  const fields = { item: item.documentId, seen: revision };
  return (
    <span className="row">
      {!isFirst && (
        <PostButton
          fields={{ intent: 'up', ...fields }}
          label={words.upOf(name)}
          className="btn sm quiet icon-only"
        >
          <ArrowUp className="icon" aria-hidden="true" />
        </PostButton>
      )}
      {!isLast && (
        <PostButton
          fields={{ intent: 'down', ...fields }}
          label={words.downOf(name)}
          className="btn sm quiet icon-only"
        >
          <ArrowDown className="icon" aria-hidden="true" />
        </PostButton>
      )}
      <PostButton
        fields={{ intent: 'remove', ...fields }}
        label={words.removeOf(name)}
        className="btn sm quiet icon-only"
      >
        <Trash2 className="icon" aria-hidden="true" />
      </PostButton>
    </span>
  );
}

function LineForm({
  item: { documentId, line, ...item },
  revision,
  refused,
}: {
  item: Item;
  revision: number;
  refused: DossierRefusal | undefined;
}) {
  const name = item.shown?.title ?? item.title;
  const id = `line-${documentId}`;
  return (
    <details className="mt-2" open={refused !== undefined}>
      <summary className="small">{line || words.editLine}</summary>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="present" />
        <input type="hidden" name="item" value={documentId} />
        <input type="hidden" name="seen" value={revision} />
        <ErrorSummary
          title={words.refused}
          faults={faultsOf(refused?.errors).map((fault) => ({ ...fault, field: fault.field && id }))}
          answer={refused}
        />
        <TextField
          label={words.lineOf(name)}
          name="line"
          id={id}
          error={refused?.errors.line}
          defaultValue={refused?.values.line ?? line}
          maxLength={DOSSIER_LINE_MAX}
        />
        <button className="btn sm mt-2" type="submit" aria-label={words.keepLineOf(name)}>
          {words.keepLine}
        </button>
      </Form>
    </details>
  );
}
