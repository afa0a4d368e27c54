import { foldedWords } from '../../kernel/text/fold.ts';
import type { AccessStatus } from '../../library/dataset/dataset.ts';
import type { DataAnswer } from './feasibility.ts';
import type { Proposal } from './proposal.ts';

/** A record of the register of data, as a proposal may stand on it. */
export interface KnownRecord {
  readonly id: string;
  readonly title: string;
  readonly schemaName: string;
  readonly status: AccessStatus;
  /** Whose record it is, seen from the city. */
  readonly owner: 'city' | 'intermunicipality';
}

const EMPTY = new Set(
  'a au aux avec d dans de des du en et l la le les leur leurs ou par pour sur un une'.split(' '),
);

/** The words of a name that say something, without accents, case, and the ends that number and gender give. */
function wordsOf(name: string): Set<string> {
  const words = foldedWords(name)
    .split(' ')
    .filter((word) => word !== '' && !EMPTY.has(word));
  return new Set(words.map((word) => (word.length > 3 ? word.replace(/(?:es|s|x|e)$/, '') : word)));
}

/** Two words in three of a name in common: less would take every list of trees for an inventory of them. */
const LIKENESS = 2 / 3;

function likenessOf(need: { name: string; schemaName: string }, record: KnownRecord): number {
  const schema = need.schemaName.trim().toLowerCase();
  if (schema !== '' && schema === record.schemaName.trim().toLowerCase()) return 2;
  const wanted = wordsOf(need.name);
  const said = wordsOf(record.title);
  const common = [...wanted].filter((word) => said.has(word)).length;
  return wanted.size === 0 ? 0 : common / wanted.size;
}

/** Open data are open for everybody; closed ones of the city are there; those of its intermunicipality are to be asked for. */
function answerOf({ status, owner }: KnownRecord): DataAnswer {
  if (status === 'open') return 'open';
  return owner === 'city' ? 'closed' : 'obtainable';
}

/**
 * [RP3] What declared data sets let one suppose: for each need the record of the same schema, else the one whose title has two
 * thirds of its words; the city's before its intermunicipality's, the likest first.
 */
export function matchRecords(
  needs: readonly { readonly name: string; readonly schemaName: string }[],
  records: readonly KnownRecord[],
): Proposal[] {
  return needs.flatMap((need) => {
    const [best] = records
      .map((record) => ({ record, likeness: likenessOf(need, record) }))
      .filter(({ likeness }) => likeness >= LIKENESS)
      .sort(
        (a, b) =>
          a.record.owner.localeCompare(b.record.owner) ||
          b.likeness - a.likeness ||
          a.record.title.localeCompare(b.record.title, 'fr'),
      );
    if (!best) return [];
    const { id, title, owner } = best.record;
    const ground = { kind: 'record', owner, id, title } as const;
    return [{ name: need.name, answer: answerOf(best.record), ground }];
  });
}
