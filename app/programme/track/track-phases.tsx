import { Form } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { track as words } from '#shared/programme/track/track.fr.ts';
import { TRACK_PHASES, type TrackPhase } from '#shared/programme/track/track.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { RecordTable } from '../../ui/records/record-table.tsx';

interface ShownStep {
  readonly rank: number;
  readonly to: TrackPhase;
  readonly why: string;
  readonly at: Date;
  readonly byName: string | null;
}

/** [ST2] Every phase of a track with its date, the present one last. */
export function TrackPhases({ steps }: { steps: readonly ShownStep[] }) {
  const { phaseColumns: columns } = words;
  return (
    <Plate id="phases" title={words.phasesTitle}>
      <RecordTable caption={words.phasesCaption} columns={[columns.to, columns.at, columns.by]}>
        {steps.map(({ rank, to, why, at, byName }, index) => (
          <tr key={rank}>
            <th scope="row">
              {words.phases[to]}
              {index === steps.length - 1 && <small>{words.current}</small>}
            </th>
            <td data-l={columns.at}>
              <time dateTime={at.toISOString()} title={dates.exact(at)}>
                {dates.short(at)}
              </time>
            </td>
            <td data-l={columns.by}>
              {byName ?? words.someone}
              {why && <small>{why}</small>}
            </td>
          </tr>
        ))}
      </RecordTable>
    </Plate>
  );
}

/** Moves a track to another phase. */
export function MoveForm({
  phase,
  rank,
  errors,
  typed,
}: {
  phase: TrackPhase;
  rank: number;
  errors: Readonly<Partial<Record<string, string>>>;
  typed: Readonly<Partial<Record<string, string>>> | null;
}) {
  const next = TRACK_PHASES[TRACK_PHASES.indexOf(phase) + 1] ?? 'investigation';
  return (
    <Form method="post" className="card" aria-labelledby="move" key={rank}>
      <h2 id="move" className="mb-3">
        {words.move}
      </h2>
      <SelectField label={words.moveTo} name="to" error={errors.to} defaultValue={typed?.to ?? next}>
        {TRACK_PHASES.filter((candidate) => candidate !== phase).map((candidate) => (
          <option key={candidate} value={candidate}>
            {words.phases[candidate]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={words.why}
        name="why"
        hint={words.whyHint}
        error={errors.why}
        defaultValue={typed?.why}
        maxLength={500}
      />
      <input type="hidden" name="rank" value={rank} />
      <p className="mt-4">
        <button className="btn" type="submit" name="intent" value="move">
          {words.moveSubmit}
        </button>
      </p>
    </Form>
  );
}
