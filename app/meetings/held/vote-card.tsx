import { Vote as VoteIcon } from 'lucide-react';
import { Form } from 'react-router';
import type { Voter } from '#shared/meetings/held/electorate.ts';
import { votes as words } from '#shared/meetings/held/meeting-held.fr.ts';
import { ABSTENTION, type VoteBy, type VoteChoice, type VoteResult } from '#shared/meetings/held/vote.ts';
import { outcomeOf } from '#shared/meetings/held/vote-outcome.fr.ts';
import { signatory } from '#shared/people/organisation/signatory.fr.ts';
import { signatoryPaths } from '#shared/people/organisation/signatory-paths.ts';
import { Asked } from '../../ui/field.tsx';
import { LinkNote } from '../../ui/link-note.tsx';
import { PostButton } from '../../ui/post-button.tsx';

/** A vote as the page shows it to one person. */
export interface ShownVote {
  readonly id: string;
  readonly question: string;
  readonly choices: readonly VoteChoice[];
  readonly by: VoteBy;
  readonly isSecret: boolean;
  readonly closedAt: Date | null;
  readonly result: VoteResult | null;
  readonly ballots: readonly {
    readonly voter: string;
    readonly voterName: string;
    readonly choice: string | null;
    readonly castBy: string | null;
  }[];
  readonly voters: readonly Voter[];
  /** The voices that this person may cast now. */
  readonly castable: readonly string[];
  /** [O7] The organisation for which they could vote if they were a signatory of it. */
  readonly unsigned: string | null;
}

interface VoteCardProps {
  readonly vote: ShownVote;
  readonly isOpen: boolean;
  readonly can: { readonly run: boolean; readonly vote: boolean };
  readonly isHere: boolean;
}

/** A question, the ballots that one may cast, who voted, and what it came to. */
export function VoteCard({ vote, isOpen, can, isHere }: VoteCardProps) {
  const { id, question, ballots, voters, castable, unsigned, result, isSecret, by } = vote;
  const isRunning = isOpen && result === null;
  return (
    <section className="held-vote" aria-labelledby={`vote-${id}`}>
      <p className="kind">
        <VoteIcon className="icon" aria-hidden="true" />
        <span>
          {result ? words.closed : words.openNow} · {words.byLabel[by]}
          {isSecret && ` · ${words.isSecret}`}
        </span>
      </p>
      <h3 id={`vote-${id}`}>{question}</h3>
      {result ? (
        <Outcome vote={vote} result={result} />
      ) : (
        <p>{words.received(ballots.length, voters.length)}</p>
      )}
      {isRunning && !can.vote && <p className="muted small">{words.noVoice}</p>}
      {isRunning && can.vote && !isHere && <p className="muted small">{words.notHere}</p>}
      {isRunning && unsigned && (
        <LinkNote text={signatory.note(unsigned)} to={signatoryPaths.account()} link={signatory.noteLink} />
      )}
      {isRunning && castable.map((voter) => <BallotForm key={voter} vote={vote} voter={voter} />)}
      {ballots.length > 0 && (
        <details className="fold mt-2">
          <summary className="btn quiet sm">{words.whoVoted}</summary>
          <ul className="small mt-2 stack">
            {ballots.map(({ voter, voterName, choice, castBy }) => (
              <li key={voter}>
                {choice === null
                  ? words.castSecretly(voterName, castBy ?? voterName)
                  : words.castFor(voterName, labelOf(vote, choice), castBy ?? voterName)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {isRunning && can.run && (
        <div className="row mt-3">
          <PostButton fields={{ intent: 'closeVote', vote: id }} className="btn sm">
            {words.close}
            <span className="vh">, {question}</span>
          </PostButton>
          <PostButton fields={{ intent: 'withdrawVote', vote: id }} className="btn quiet sm">
            {words.withdraw}
            <span className="vh">, {question}</span>
          </PostButton>
        </div>
      )}
    </section>
  );
}

function BallotForm({ vote, voter }: { vote: ShownVote; voter: string }) {
  const cast = vote.ballots.find((ballot) => ballot.voter === voter);
  const name = vote.voters.find(({ key }) => key === voter)?.name ?? '';
  const choices = [...vote.choices, { id: ABSTENTION, label: words.abstention }];
  return (
    <Form method="post" className="held-ballot">
      <input type="hidden" name="intent" value="ballot" />
      <input type="hidden" name="vote" value={vote.id} />
      <input type="hidden" name="voter" value={voter} />
      <fieldset>
        <legend>
          <Asked required>{words.ballotOf(name)}</Asked>
        </legend>
        <div className="row">
          {choices.map(({ id, label }) => (
            <label key={id} className="check">
              <input type="radio" name="choice" value={id} defaultChecked={cast?.choice === id} />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="row">
        <button className="btn primary sm" type="submit">
          {cast ? words.castAgain : words.cast}
          <span className="vh">, {name}</span>
        </button>
        {cast?.choice && <span className="muted small">{words.chosen(labelOf(vote, cast.choice))}</span>}
      </div>
    </Form>
  );
}

function Outcome({ vote, result }: { vote: ShownVote; result: VoteResult }) {
  const most = Math.max(1, ...result.counts.map(({ voices }) => voices));
  return (
    <>
      {outcomeOf(vote.choices, result).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <table className="held-result">
        <caption className="vh">{words.result.table(vote.question)}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{words.result.choice}</th>
            <th scope="col">{words.result.voices}</th>
          </tr>
        </thead>
        <tbody>
          {result.counts.map(({ choice, voices }) => (
            <tr key={choice}>
              <th scope="row">{labelOf(vote, choice)}</th>
              <td>
                <span className="held-voices">
                  <span>{voices}</span>
                  <span className="bar" aria-hidden="true">
                    <span style={{ width: `${(100 * voices) / most}%` }} />
                  </span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function labelOf({ choices }: { choices: readonly VoteChoice[] }, choice: string): string {
  return choice === ABSTENTION ? words.abstention : (choices.find(({ id }) => id === choice)?.label ?? '');
}
