import { Form } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { assessment as words } from '#shared/programme/assessment/assessment.fr.ts';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';

type Errors = Readonly<Partial<Record<string, string>>>;

/** What assessors say to one another, once all have given their marks. */
export function Discussion({
  messages,
  mayDiscuss,
  errors,
}: {
  messages: readonly {
    readonly id: string;
    readonly author: string | null;
    readonly text: string;
    readonly at: Date;
  }[];
  mayDiscuss: boolean;
  errors: Errors;
}) {
  return (
    <Plate id="echanges" title={words.discussion}>
      {!mayDiscuss && <p className="muted">{words.discussionClosed}</p>}
      {mayDiscuss && messages.length === 0 && <p className="muted">{words.noMessage}</p>}
      <ol className="ruled">
        {messages.map(({ id, author, text, at }) => (
          <li key={id}>
            <p className="muted small">
              <strong>{author}</strong> · {dates.exact(at)}
            </p>
            <p className="whitespace-pre-line break-words">{text}</p>
          </li>
        ))}
      </ol>
      {mayDiscuss && (
        // A key, so that what was said leaves the field once it is said.
        <Form method="post" noValidate className="mt-4" key={messages.length}>
          <input type="hidden" name="intent" value="say" />
          <TextAreaField label={words.message} name="text" required rows={3} error={errors.text} />
          <button className="btn mt-3" type="submit">
            {words.send}
          </button>
        </Form>
      )}
    </Plate>
  );
}

interface Opinion {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly opinion: string;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
}

/** What experts were asked and said; who may ask, asks here, and the expert answers here. */
export function Opinions({
  opinions,
  mayAsk,
  mayAdvise,
  errors,
}: {
  opinions: readonly Opinion[];
  mayAsk: boolean;
  mayAdvise: boolean;
  errors: Errors;
}) {
  return (
    <Plate id="avis" title={words.opinions}>
      <p className="muted small">{words.opinionsLead}</p>
      {opinions.length === 0 && <p className="muted">{words.noOpinion}</p>}
      <ul className="ruled">
        {opinions.map(({ id, name, question, opinion, askedAt, answeredAt }) => (
          <li key={id}>
            <p>
              <strong>{name}</strong>{' '}
              <span className="muted small">
                {answeredAt ? words.answered(answeredAt) : words.asked(askedAt)}
              </span>
            </p>
            <p className="muted whitespace-pre-line break-words">{question}</p>
            {answeredAt && <p className="whitespace-pre-line break-words">{opinion}</p>}
          </li>
        ))}
      </ul>
      {mayAdvise && (
        <Form method="post" noValidate className="mt-4">
          <input type="hidden" name="intent" value="advise" />
          <TextAreaField
            label={words.yourOpinion}
            name="opinion"
            required
            rows={6}
            defaultValue={opinions[0]?.opinion}
            error={errors.opinion}
          />
          <button className="btn primary mt-3" type="submit">
            {words.giveOpinion}
          </button>
        </Form>
      )}
      {mayAsk && (
        <Form method="post" noValidate className="mt-4" key={opinions.length}>
          <input type="hidden" name="intent" value="ask" />
          <TextField
            label={words.expertEmail}
            hint={words.expertEmailHint}
            name="email"
            required
            type="email"
            error={errors.email}
          />
          <TextAreaField
            label={words.expertQuestion}
            name="question"
            required
            rows={3}
            error={errors.question}
          />
          <button className="btn mt-3" type="submit">
            {words.ask}
          </button>
        </Form>
      )}
    </Plate>
  );
}

/** Saying that one is too near to an application. */
export function RecusalForm({ errors }: { errors: Errors }) {
  return (
    <Plate id="deport" title={words.recusal}>
      <p className="muted small">{words.recusalLead}</p>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="recuse" />
        <TextAreaField
          label={words.reason}
          name="reason"
          required
          rows={2}
          maxLength={1_000}
          error={errors.reason}
        />
        <button className="btn mt-3" type="submit">
          {words.declare}
        </button>
      </Form>
    </Plate>
  );
}
