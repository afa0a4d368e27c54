import { dueDays } from '#shared/kernel/day/due-days.fr.ts';
import { support as words } from '#shared/publication/support/support.fr.ts';
import type { Support } from '#shared/publication/support/territory.ts';
import { PostButton } from '../../ui/post-button.tsx';
import { type Refused, SupportFields } from './support-form.tsx';

/** [AT7] What was done for a city, as its own people read it. */
export function SupportLines({ supports }: { readonly supports: readonly Support[] }) {
  return (
    <ul className="ruled">
      {supports.map((support) => (
        <li key={support.id}>
          <SupportText support={support} />
        </li>
      ))}
    </ul>
  );
}

/** [AT7] What a structure did, city by city as it was done, for the coordination. */
export function DoneForCities({
  supports,
}: {
  readonly supports: readonly (Support & { readonly city: string })[];
}) {
  if (supports.length === 0) return <p className="muted">{words.ofStructure.empty}</p>;
  return (
    <ul className="ruled">
      {supports.map((support) => (
        <li key={support.id}>
          <SupportText support={support} city={support.city} />
        </li>
      ))}
    </ul>
  );
}

function SupportText({ support, city }: { readonly support: Support; readonly city?: string | undefined }) {
  const { kind, what, day, by, structure } = support;
  return (
    <>
      <p>
        <strong>{city ? `${city} : ${words.kinds[kind]}` : words.kinds[kind]}</strong>
      </p>
      {what !== words.kinds[kind] && <p className="whitespace-pre-line break-words">{what}</p>}
      <p className="muted small">{words.since(dueDays.day(day), by ? `${by}, ${structure}` : structure)}</p>
    </>
  );
}

/** [AT7] The same, for the people of the structure, who change and withdraw it. */
export function OwnSupports({
  supports,
  today,
  refused,
}: {
  readonly supports: readonly Support[];
  readonly today: string;
  readonly refused: Refused | undefined;
}) {
  return (
    <ul className="ruled">
      {supports.map((support) => {
        const { id, kind, what, day } = support;
        const isRefused = refused?.values.form === id;
        return (
          <li key={id}>
            <SupportText support={support} />
            <div className="row mt-2">
              <PostButton
                fields={{ intent: 'withdraw', supportId: id }}
                className="btn sm quiet"
                label={words.note.withdrawOf(what)}
              >
                {words.note.withdraw}
              </PostButton>
            </div>
            {kind !== 'message' && (
              <details open={isRefused}>
                <summary aria-label={words.note.changeOf(what)}>{words.note.change}</summary>
                <SupportFields
                  intent="change"
                  supportId={id}
                  today={today}
                  typed={isRefused ? refused.values : { what, day }}
                  errors={isRefused ? refused.errors : {}}
                  answer={isRefused ? refused : undefined}
                />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
