import type { ReactNode } from 'react';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import type { DataAsk } from '#shared/publication/adoption/whom-to-ask.ts';

/** [RP4] For each data set that is not there, who has it. `children` say who helps nearby. */
export function WhomToAsk({ asks, children }: { asks: readonly DataAsk[]; children: ReactNode }) {
  return (
    <section aria-labelledby="a-qui-demander" className="mt-6">
      <h2 id="a-qui-demander">{words.whomToAsk}</h2>
      {asks.length > 0 && (
        <ul className="ruled mt-2">
          {asks.map((ask) => (
            <li key={ask.name}>
              <strong className="break-words">{ask.name}</strong>
              {'\u00a0: '}
              {words.whom(ask)}
              {'\u00a0'}
              <span className="badge">{words.importance[ask.importance]}</span>
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
