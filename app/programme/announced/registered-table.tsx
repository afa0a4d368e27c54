import { dates } from '#shared/kernel/dates.fr.ts';
import { event as words } from '#shared/programme/event/event.fr.ts';
import type { RegistrationState } from '#shared/programme/event/event.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { RecordTable } from '../../ui/records/record-table.tsx';

interface Registered {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly organisation: string | null;
  readonly state: RegistrationState;
  readonly registeredAt: Date;
}

/** [EV6] Who comes and who waits, for whoever manages events. */
export function RegisteredTable({
  event,
  registered,
}: {
  event: { readonly id: string };
  registered: readonly Registered[];
}) {
  const { columns } = words;
  return (
    <section className="plate" aria-labelledby="registered">
      <header>
        <h2 id="registered">{words.registered}</h2>
        {registered.length > 0 && <a href={eventPaths.registrations(event)}>{words.csv}</a>}
      </header>
      {registered.length === 0 ? (
        <p className="muted">{words.nobody}</p>
      ) : (
        <RecordTable
          caption={words.registered}
          columns={[columns.name, columns.organisation, columns.state, columns.at]}
          first="w-[34%]"
        >
          {registered.map(({ userId, name, organisation, state, registeredAt }) => (
            <tr key={userId}>
              <th scope="row">{name}</th>
              <td data-l={columns.organisation}>{organisation}</td>
              <td data-l={columns.state}>{words.registrationStates[state]}</td>
              <td data-l={columns.at}>{dates.short(registeredAt)}</td>
            </tr>
          ))}
        </RecordTable>
      )}
    </section>
  );
}
