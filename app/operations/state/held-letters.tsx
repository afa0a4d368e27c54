import { dates } from '#shared/kernel/dates.fr.ts';
import { heldLetters as words } from '#shared/operations/state/held-letters.fr.ts';
import type { HeldLetters as Held } from '#shared/people/letter/allowance.ts';
import { PostButton } from '../../ui/post-button.tsx';

/** [MA5] [MA6] Whose letters are held back and until when, each with what an administrator does of it. */
export function HeldLetters({ held, isAdmin }: { held: readonly Held[]; isAdmin: boolean }) {
  if (held.length === 0) return null;
  return (
    <section className="mt-6" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className="muted">{words.lead}</p>
      <table className="records mt-3">
        <caption className="vh">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            <th scope="col">{words.letters}</th>
            <th scope="col">{words.next}</th>
            <th scope="col">{words.until}</th>
            {isAdmin && <th scope="col">{words.gestures}</th>}
          </tr>
        </thead>
        <tbody>
          {held.map(({ userId, name, letters, next, until }) => (
            <tr key={userId}>
              <th scope="row">{name}</th>
              <td data-l={words.letters}>{words.count(letters)}</td>
              <td data-l={words.next}>
                <time dateTime={next.toISOString()}>{dates.exact(next)}</time>
              </td>
              <td data-l={words.until}>
                <time dateTime={until.toISOString()}>{dates.exact(until)}</time>
              </td>
              {isAdmin && (
                <td data-l={words.gestures}>
                  <PostButton fields={{ intent: 'release', userId }} label={words.releaseOf(name)}>
                    {words.release}
                  </PostButton>
                  <PostButton
                    fields={{ intent: 'withdraw', userId }}
                    label={words.withdrawOf(name)}
                    formClassName="mt-2"
                  >
                    {words.withdraw}
                  </PostButton>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
