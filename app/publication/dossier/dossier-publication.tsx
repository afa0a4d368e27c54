import { dates } from '#shared/kernel/dates.fr.ts';
import { dossierPaths } from '#shared/publication/dossier/dossier-paths.ts';
import { thematicDossier as words } from '#shared/publication/dossier/thematic-dossier.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { DossierBadge } from './dossier-badge.tsx';
import { type DossierRefusal, refusalOf } from './dossier-refusal.ts';

interface DossierPublicationProps {
  readonly dossier: {
    readonly state: 'draft' | 'published' | 'withdrawn';
    readonly address: string | null;
    readonly isChanged: boolean;
    readonly revision: number;
  };
  readonly origin: string;
  readonly steps: readonly {
    readonly rank: number;
    readonly isPublished: boolean;
    readonly title: string;
    readonly at: Date;
    readonly byName: string | null;
  }[];
  readonly refused: DossierRefusal | undefined;
}

/** [TD4] [TD5] [TD6] Whether the public reads the dossier, and its dated steps. */
export function DossierPublication({ dossier, origin, steps, refused }: DossierPublicationProps) {
  const { state, isChanged, revision } = dossier;
  const said = refusalOf(refused, 'publish', 'withdraw', 'delete');
  const isThere = state === 'published';
  const href = isThere && dossier.address ? dossierPaths.publicDossier(dossier.address) : null;
  return (
    <section className="plate" aria-labelledby="publication">
      <h2 id="publication">{words.publication}</h2>
      <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
      <p className="row">
        <DossierBadge state={state} />
        {isThere && isChanged && <span className="badge warning">{words.changed}</span>}
      </p>
      {href && (
        <p className="mt-3">
          <span className="muted block">{words.address}</span>
          <a className="break-all" href={href}>
            {origin + href}
          </a>
        </p>
      )}
      <p className="small muted mt-3">{words.whatIsPublic}</p>
      <div className="row mt-3">
        {(!isThere || isChanged) && (
          <PostButton fields={{ intent: 'publish', seen: revision }} className="btn primary">
            {isThere ? words.update : words.publish}
          </PostButton>
        )}
        {isThere && (
          <PostButton fields={{ intent: 'withdraw', seen: revision }} className="btn">
            {words.takeBack}
          </PostButton>
        )}
      </div>
      {state === 'draft' && (
        <details className="mt-4">
          <summary>{words.deleteDraft}</summary>
          <p className="small mt-3">{words.deleteWarning}</p>
          <PostButton fields={{ intent: 'delete', seen: revision }} className="btn danger mt-3">
            {words.deleteNow}
          </PostButton>
        </details>
      )}
      {steps.length > 0 && (
        <details className="mt-4">
          <summary>{words.steps}</summary>
          <ol className="rope mt-3">
            {steps.map(({ rank, isPublished, title, at, byName }) => (
              <li key={rank} className="done">
                {words.step(isPublished, dates.exact(at), byName ?? words.someone)}
                <span className="muted small block break-words">{title}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
