import { Form } from 'react-router';
import { votes as words } from '#shared/meetings/held/meeting-held.fr.ts';
import { QUORUMS, VOTE_BY } from '#shared/meetings/held/vote.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import type { HeldRefusal } from './held-refusal.ts';
import { type ShownVote, VoteCard } from './vote-card.tsx';

interface VotesPanelProps {
  readonly votes: readonly ShownVote[];
  readonly isOpen: boolean;
  readonly can: { readonly run: boolean; readonly vote: boolean };
  readonly isHere: boolean;
  readonly refusal: HeldRefusal | null;
}

/** The votes of the meeting: the open ones first, what the others came to, and how to put another question. */
export function VotesPanel({ votes, isOpen, can, isHere, refusal }: VotesPanelProps) {
  if (votes.length === 0 && !(isOpen && can.run)) return null;
  const open = votes.filter(({ closedAt }) => closedAt === null);
  const closed = votes.filter(({ closedAt }) => closedAt !== null);
  return (
    <section aria-labelledby="votes" className="held-part">
      <h2 id="votes">{words.title}</h2>
      {votes.length === 0 && <p className="muted">{words.none}</p>}
      <div className="stack-lg">
        {[...open, ...closed].map((vote) => (
          <VoteCard key={vote.id} vote={vote} isOpen={isOpen} can={can} isHere={isHere} />
        ))}
      </div>
      {isOpen && can.run && <VoteForm refusal={refusal?.form === 'vote' ? refusal : null} />}
    </section>
  );
}

function VoteForm({ refusal }: { refusal: HeldRefusal | null }) {
  return (
    <details className="fold mt-4" open={refusal !== null}>
      <summary className="btn">{words.ask}</summary>
      <Form method="post" noValidate className="card mt-2">
        <input type="hidden" name="intent" value="vote" />
        <TextField
          label={words.question}
          name="question"
          error={refusal?.errors.question}
          defaultValue={refusal?.values.question}
          autoComplete="off"
          required
        />
        <TextAreaField
          label={words.choices}
          name="choices"
          hint={words.choicesHint}
          error={refusal?.errors.choices}
          defaultValue={refusal?.values.choices ?? words.choicesDefault}
          rows={3}
          required
        />
        <SelectField label={words.by} name="voices" defaultValue={refusal?.values.voices ?? 'organisation'}>
          {optionsOf(VOTE_BY, words.byLabel)}
        </SelectField>
        <SelectField label={words.quorum} name="quorum" defaultValue={refusal?.values.quorum ?? 'half'}>
          {optionsOf(QUORUMS, words.quorums)}
        </SelectField>
        <div className="field">
          <label className="check">
            <input
              type="checkbox"
              name="secret"
              aria-describedby="secret-aide"
              defaultChecked={Boolean(refusal?.values.secret)}
            />
            {words.secret}
          </label>
          <p className="hint" id="secret-aide">
            {words.secretHint}
          </p>
        </div>
        <button className="btn primary" type="submit">
          {words.openVote}
        </button>
      </Form>
    </details>
  );
}
