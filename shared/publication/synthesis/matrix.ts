import { inFrench } from '../../kernel/text/order.ts';
import type { OrganisationBadge } from '../../people/organisation/organisation.ts';

/** What an organisation wrote in a chapter. */
export interface Contribution {
  readonly chapterId: string;
  readonly organisation: OrganisationBadge;
  /** Of the text as it is now. */
  readonly characters: number;
  /** When its people last came to write. */
  readonly lastAt: Date;
}

/** [SY6] A city and a chapter: `missing` is expected and wrote nothing, `none` is neither. */
export type MatrixCell =
  | { readonly state: 'contributed'; readonly characters: number; readonly lastAt: Date }
  | { readonly state: 'missing' | 'none' };

export interface MatrixRow {
  readonly organisation: OrganisationBadge;
  readonly characters: number;
  /** In the order of the chapters. */
  readonly cells: readonly MatrixCell[];
}

/** [SY6] Who is expected or wrote, a row each by name, and where. */
export function contributionMatrix(
  chapters: readonly { readonly id: string; readonly expected: readonly OrganisationBadge[] }[],
  written: readonly Contribution[],
): MatrixRow[] {
  const all = new Map<string, OrganisationBadge>();
  for (const organisation of [
    ...chapters.flatMap(({ expected }) => expected),
    ...written.map((one) => one.organisation),
  ])
    all.set(organisation.id, organisation);
  return [...all.values()]
    .sort((a, b) => inFrench(a.name, b.name))
    .map((organisation) => {
      const own = written.filter((one) => one.organisation.id === organisation.id);
      return {
        organisation,
        characters: own.reduce((sum, { characters }) => sum + characters, 0),
        cells: chapters.map(({ id, expected }): MatrixCell => {
          const found = own.find(({ chapterId }) => chapterId === id);
          if (found) return { state: 'contributed', characters: found.characters, lastAt: found.lastAt };
          const isExpected = expected.some((city) => city.id === organisation.id);
          return { state: isExpected ? 'missing' : 'none' };
        }),
      };
    });
}
