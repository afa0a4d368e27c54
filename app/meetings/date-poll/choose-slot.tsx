import { Form } from 'react-router';
import { datePoll as words } from '#shared/meetings/date-poll/date-poll.fr.ts';
import { SelectField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import type { ShownPoll } from './shown-poll.ts';

type ChooseSlotProps = Pick<ShownPoll, 'slots' | 'phase' | 'waiting'> & {
  readonly errors: Readonly<Partial<Record<string, string>>>;
};

/** [DP6] [DP7] [DP8] What the facilitator does with a poll: chooses, asks again, gives it up. */
export function ChooseSlot({ slots, phase, waiting, errors }: ChooseSlotProps) {
  const open = slots.filter(({ isOpen }) => isOpen);
  return (
    <section className="card" aria-labelledby="choose">
      <h2 id="choose" className="mb-2">
        {words.manage}
      </h2>
      {open.length > 0 ? (
        <Form method="post">
          <p className="muted small mb-3">{words.chooseLead}</p>
          <SelectField label={words.chosenSlot} name="slotId" required defaultValue="" error={errors.slotId}>
            <option value="">{words.choosePlaceholder}</option>
            {open.map((slot) => (
              <option key={slot.id} value={slot.id}>
                {words.slotOption(slot, slot.counts)}
              </option>
            ))}
          </SelectField>
          <button className="btn mt-3" type="submit" name="intent" value="choose">
            {words.choose}
          </button>
        </Form>
      ) : (
        <p>{words.nonePossible}</p>
      )}
      {phase === 'open' && waiting > 0 && (
        <div className="mt-5">
          <p className="small">{words.waiting(waiting)}</p>
          <PostButton fields={{ intent: 'remind' }} describedBy="remind-hint">
            {words.remind}
          </PostButton>
          <p className="muted xs" id="remind-hint">
            {words.remindHint}
          </p>
        </div>
      )}
      <PostButton fields={{ intent: 'withdraw' }} formClassName="mt-5">
        {words.withdraw}
      </PostButton>
    </section>
  );
}
