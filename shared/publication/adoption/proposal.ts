import type { SheetNeed } from '../sheet/sheet-facts.ts';
import type { DataAnswer } from './feasibility.ts';

/** What a proposal stands on: the sheet, or a record of the register. */
export type Ground =
  | { readonly kind: 'national' }
  | {
      readonly kind: 'record';
      readonly owner: 'city' | 'intermunicipality';
      readonly id: string;
      readonly title: string;
    };

/** An answer that is proposed, and on what ground; whoever answers may say otherwise. */
export interface Proposal {
  readonly name: string;
  readonly answer: DataAnswer;
  readonly ground: Ground;
}

/** [RP3] What the sheet itself lets one suppose: open data of a national producer cover other cities too. */
export function nationalProposals(
  needs: readonly Pick<SheetNeed, 'name' | 'producerKind' | 'status'>[],
): Proposal[] {
  return needs
    .filter(({ producerKind, status }) => producerKind === 'public_national' && status === 'open')
    .map(({ name }) => ({ name, answer: 'open', ground: { kind: 'national' } }));
}

/** [RP3] Answers with what is proposed where nothing was said. */
export function withProposals(
  said: readonly { readonly name: string; readonly answer: DataAnswer }[],
  proposals: readonly Proposal[],
): { name: string; answer: DataAnswer }[] {
  const isSaid = new Set(said.map(({ name }) => name));
  const proposed = proposals.filter(({ name }) => !isSaid.has(name));
  return [...said, ...proposed].map(({ name, answer }) => ({ name, answer }));
}
