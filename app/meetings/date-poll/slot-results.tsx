import { dates } from '#shared/kernel/dates.fr.ts';
import { datePoll as words } from '#shared/meetings/date-poll/date-poll.fr.ts';
import { City } from '../../ui/city.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { DataTable } from '../../ui/records/data-table.tsx';
import type { ShownPoll } from './shown-poll.ts';

type SlotResultsProps = Pick<ShownPoll, 'poll' | 'slots' | 'people' | 'waiting' | 'replaced' | 'phase'>;

/** [DP4] Who said what of which slot, in words, and how many. */
export function SlotResults({ poll, slots, people, waiting, replaced, phase }: SlotResultsProps) {
  return (
    <Plate id="results" title={words.resultTitle}>
      {people.length === 0 ? (
        <p className="muted">{words.nobody}</p>
      ) : (
        <>
          {phase === 'open' && <p className="muted small mb-3">{words.waiting(waiting)}</p>}
          <DataTable caption={words.resultOf(poll.title)} className="poll-table">
            <Columns slots={slots} />
            <tbody>
              {people.map(({ id, name, organisation, answers }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{organisation ? <City {...organisation} /> : words.noOrganisation}</td>
                  {slots.map((slot) => {
                    const answer = answers[slot.id];
                    return (
                      <td key={slot.id} data-answer={answer}>
                        {answer ? words.answers[answer] : <span className="muted">{words.noAnswer}</span>}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </DataTable>
        </>
      )}
      {replaced.length > 0 && (
        <details className="mt-4">
          <summary>{words.changes}</summary>
          <ul className="ruled small">
            {replaced.map(({ slotId, answer, replacedAt, name }) => {
              const slot = slots.find(({ id }) => id === slotId);
              const said = { name, said: words.answers[answer], at: dates.exact(replacedAt) };
              return (
                <li key={`${slotId} ${name} ${replacedAt.toISOString()}`}>
                  {slot && words.changed(said, words.slotShort(slot))}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </Plate>
  );
}

/** The slots, with how many said what of each: counts come before names, for eyes and for ears. */
function Columns({ slots }: Pick<SlotResultsProps, 'slots'>) {
  return (
    <thead>
      <tr>
        <th scope="col">{words.person}</th>
        <th scope="col">{words.city}</th>
        {slots.map((slot) => (
          <th key={slot.id} scope="col">
            <time dateTime={slot.startsAt.toISOString()}>
              {words.slotShort(slot)}
              <br />
              {words.slotHours(slot)}
            </time>
            {slot.isChosen && <span className="badge success">{words.phases.chosen}</span>}
            {slot.isBest && !slot.isChosen && <span className="badge info">{words.best}</span>}
            {!slot.isOpen && !slot.isChosen && <span className="badge">{words.pastShort}</span>}
          </th>
        ))}
      </tr>
      <tr>
        <th scope="row" colSpan={2}>
          {words.totals}
        </th>
        {slots.map((slot) => (
          <td key={slot.id}>{words.counts(slot.counts)}</td>
        ))}
      </tr>
    </thead>
  );
}
