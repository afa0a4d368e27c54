import { Form } from 'react-router';
import type { AudienceMember } from '#shared/documents/access/audience.ts';
import { documentAccess as words } from '#shared/documents/access/document-access.fr.ts';
import { VISIBILITIES, type Visibility } from '#shared/documents/document-access.ts';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import { Plate } from '../../ui/page/plate.tsx';
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
    readonly group: { readonly organisationId: string | null };
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
  const isSpace = document.group.organisationId !== null;
  const said = isSpace ? words.ofSpace : words;
  return (
    <div className="cols">
      <div>
        <WaitingRequests requests={requests} />
        <Plate id="visibility" title={words.visibility}>
          {giving ? (
            <VisibilityForm visibility={visibility} counts={counts} said={said} />
          ) : (
            <p>
              <strong>{said.visibilities[visibility]}.</strong> {said.visibilityHelp[visibility]}
            </p>
          )}
          <p className="muted small mt-4">{words.publicNote}</p>
          <AccessRequestLink document={document} className="mt-4" />
        </Plate>
        {audience && (
          <Plate
            id="audience"
            title={words.audience}
            beside={<span className="muted">{words.people(audience.length)}</span>}
          >
            {visibility === 'programme' && <p className="muted small mb-4">{words.everybody}</p>}
            <AudienceTable audience={audience} caption={words.audienceTable} />
          </Plate>
        )}
      </div>
      <aside className="stack-lg" aria-label={words.named}>
        {named && (
          <Plate id="named" title={words.named}>
            <NamedList named={named} canChange={giving !== null} />
          </Plate>
        )}
        {giving && <GiveAccess giving={giving} />}
      </aside>
    </div>
  );
}

function VisibilityForm({
  visibility,
  counts,
  said,
}: {
  visibility: Visibility;
  counts: Readonly<Record<string, number>>;
  said: Pick<typeof words | typeof words.ofSpace, 'visibilities' | 'visibilityHelp'>;
}) {
  return (
    <Form method="post">
      <fieldset className="stack">
        <legend className="vh">{words.visibility}</legend>
        {VISIBILITIES.map((value) => (
          <label className="check" key={value}>
            <input type="radio" name="visibility" value={value} defaultChecked={value === visibility} />
            <span>
              <strong>{said.visibilities[value]}</strong>
              <span className="muted small"> · {words.people(counts[value] ?? 0)}</span>
              <span className="muted small block">{said.visibilityHelp[value]}</span>
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
