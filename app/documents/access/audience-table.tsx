import type { AudienceMember, Reason } from '#shared/documents/access/audience.ts';
import { documentAccess as words } from '#shared/documents/access/document-access.fr.ts';
import { access } from '#shared/kernel/access/access.fr.ts';
import { City } from '../../ui/city.tsx';

/** People, their city, what they may do with a document and each reason why. */
export function AudienceTable({
  audience,
  caption,
}: {
  audience: readonly AudienceMember[];
  caption: string;
}) {
  return (
    <table className="records">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.can}</th>
          <th scope="col">{words.why}</th>
        </tr>
      </thead>
      <tbody>
        {audience.map(({ id, name, organisation, access: may, reasons }) => (
          <tr key={id}>
            <th scope="row">
              {name}
              {organisation && (
                <span className="block">
                  <City {...organisation} />
                </span>
              )}
            </th>
            <td data-l={words.can}>{words.access[may]}</td>
            <td data-l={words.why} className="small">
              <ul>
                {reasons.map((reason) => (
                  <li key={reason.kind}>{sentenceOf(reason)}</li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sentenceOf(reason: Reason): string {
  const role = 'groupRole' in reason ? access.groupRoles[reason.groupRole] : words.roles[reason.role];
  return words.reasons[reason.kind](role.toLocaleLowerCase('fr'));
}
