import { Form } from 'react-router';
import type { AudienceMember } from '#shared/documents/access/audience.ts';
import { documentAccess as words } from '#shared/documents/access/document-access.fr.ts';
import { VISIBILITIES, type Visibility } from '#shared/documents/document-access.ts';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import { type Named, NamedList } from '../list/named-list.tsx';
import { AccessRequestLink } from './access-request-link.tsx';
import { AudienceTable } from './audience-table.tsx';
import { GiveAccess, type Giving } from './give-access.tsx';
import { type Waiting, WaitingRequests } from './waiting-requests.tsx';

interface AccessScreenProps {
  readonly document: {
    readonly id: string;
    readonly title: string;
    readonly visibility: Visibility;
    readonly access: RoomAccess;
  };
  /** Null for those who need not know it; so is `named`. */
  readonly audience: readonly AudienceMember[] | null;
  /** How many people each visibility shows it to, by reasons of their own. */
  readonly counts: Readonly<Record<string, number>>;
  readonly named: readonly Named[] | null;
  /** Whom it can be given to; null for those who may only look. */
  readonly giving: Giving | null;
  /** Who waits for an answer; none for those who give none. */
  readonly requests: readonly Waiting[];
}

/** Who sees a document and why; for those who organise it, the forms that change it. */
export function AccessScreen({ document, audience, counts, named, giving, requests }: AccessScreenProps) {
  const { visibility } = document;
  return (
    <div className="cols">
      <div>
        <WaitingRequests requests={requests} />
        <section className="plate" aria-labelledby="visibility">
          <header>
            <h2 id="visibility">{words.visibility}</h2>
          </header>
          {giving ? (
            <VisibilityForm visibility={visibility} counts={counts} />
          ) : (
            <p>
              <strong>{words.visibilities[visibility]}.</strong> {words.visibilityHelp[visibility]}
            </p>
          )}
          <p className="muted small mt-4">{words.publicNote}</p>
          <AccessRequestLink document={document} className="mt-4" />
        </section>
        {audience && (
          <section className="plate" aria-labelledby="audience">
            <header>
              <h2 id="audience">{words.audience}</h2>
              <span className="muted">{words.people(audience.length)}</span>
            </header>
            {visibility === 'programme' && <p className="muted small mb-4">{words.everybody}</p>}
            <AudienceTable audience={audience} caption={words.audienceTable} />
          </section>
        )}
      </div>
      <aside className="stack-lg" aria-label={words.named}>
        {named && (
          <section className="plate" aria-labelledby="named">
            <header>
              <h2 id="named">{words.named}</h2>
            </header>
            <NamedList named={named} canChange={giving !== null} />
          </section>
        )}
        {giving && <GiveAccess giving={giving} />}
      </aside>
    </div>
  );
}

function VisibilityForm({
  visibility,
  counts,
}: {
  visibility: Visibility;
  counts: Readonly<Record<string, number>>;
}) {
  return (
    <Form method="post">
      <fieldset className="stack">
        <legend className="vh">{words.visibility}</legend>
        {VISIBILITIES.map((value) => (
          <label className="check" key={value}>
            <input type="radio" name="visibility" value={value} defaultChecked={value === visibility} />
            <span>
              <strong>{words.visibilities[value]}</strong>
              <span className="muted small"> · {words.people(counts[value] ?? 0)}</span>
              <span className="muted small block">{words.visibilityHelp[value]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="mt-4">
        <button className="btn primary" type="submit" name="intent" value="visibility">
          {words.save}
        </button>
      </p>
    </Form>
  );
}
