import { Form } from 'react-router';
import { event as words } from '#shared/programme/event/event.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';

interface EventAfterProps {
  readonly replay: string;
  readonly documents: readonly { readonly id: string; readonly title: string; readonly url: string }[];
  readonly mayWrite: boolean;
  readonly answer:
    | {
        readonly errors: Readonly<Partial<Record<string, string>>>;
        readonly values: Readonly<Partial<Record<string, string>>>;
      }
    | undefined;
}

/** [EV9] Where an event is seen again, and what is there to read; nothing while there is neither, but for whoever adds it. */
export function EventAfter({ replay, documents, mayWrite, answer }: EventAfterProps) {
  if (!replay && documents.length === 0 && !mayWrite) return null;
  return (
    <section className="plate" aria-labelledby="after">
      <header>
        <h2 id="after" tabIndex={-1}>
          {words.after}
        </h2>
      </header>
      {replay && (
        <p>
          <a href={replay}>{words.watch}</a>
        </p>
      )}
      <ul className="ruled">
        {documents.map(({ id, title, url }) => (
          <li key={id} className="row">
            <a className="min-w-0 flex-1 break-words" href={url}>
              {title}
            </a>
            {mayWrite && (
              <PostButton fields={{ intent: 'removeDocument', document: id }} label={words.removeOf(title)}>
                {words.remove}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && <AfterForms replay={replay} answer={answer} />}
    </section>
  );
}

function AfterForms({ replay, answer }: Pick<EventAfterProps, 'replay' | 'answer'>) {
  const refusedOf = (form: string) => (answer?.values.form === form ? answer : undefined);
  const [ofReplay, ofDocument] = [refusedOf('replay'), refusedOf('document')];
  const field = (name: keyof typeof words.document) => ({
    ...{ label: words.document[name], name, error: ofDocument?.errors[name] },
    defaultValue: ofDocument?.values[name] ?? '',
  });
  return (
    <>
      <Form method="post" className="mt-4" noValidate>
        <ErrorSummary title={words.refused} faults={faultsOf(ofReplay?.errors)} answer={ofReplay && answer} />
        <TextField
          label={words.replay}
          name="replay"
          type="url"
          hint={words.replayHint}
          error={ofReplay?.errors.replay}
          defaultValue={ofReplay?.values.replay ?? replay}
        />
        <button className="btn sm mt-2" type="submit" name="intent" value="replay">
          {words.saveReplay}
        </button>
      </Form>
      <details className="mt-4" open={ofDocument !== undefined}>
        <summary>{words.addDocument}</summary>
        <Form method="post" noValidate>
          <ErrorSummary
            title={words.refused}
            faults={faultsOf(ofDocument?.errors, words.document)}
            answer={ofDocument && answer}
          />
          <TextField {...field('documentTitle')} required maxLength={200} />
          <TextField {...field('address')} required type="url" />
          <button className="btn sm mt-2" type="submit" name="intent" value="addDocument">
            {words.add}
          </button>
        </Form>
      </details>
    </>
  );
}
