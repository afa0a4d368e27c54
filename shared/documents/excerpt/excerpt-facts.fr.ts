import type { ExcerptMode, ExcerptStanding } from '#shared/documents/excerpt/excerpt.ts';

/** What is said of an excerpt beside its words, where it is read and where it is exported. */
export const excerptFacts = {
  /** « Décision : » before the words of a decision that is quoted. */
  outcome: (kind: string) => `${kind} :`,
  /** « Saint-Aubin-les-Marais · Camille Roux · texte du 14 mars 2023 ». */
  line: (organisations: readonly string[], people: readonly string[], day: string) =>
    [organisations.join(', '), people.join(', '), `texte du ${day}`].filter(Boolean).join(' · '),
  others: (count: number) => (count === 1 ? 'et une autre personne' : `et ${count} autres personnes`),
  modes: { live: 'Suit la source', frozen: 'Figé' } satisfies Record<ExcerptMode, string>,
  standings: {
    current: '',
    changed: 'Mise à jour disponible',
    kept: 'Texte gardé, la source a changé',
    gone: 'Le passage n’est plus dans la source',
    withdrawn: 'Source retirée',
    deleted: 'Source supprimée',
    hidden: 'Source non accessible',
    unverified: 'Provenance non vérifiée',
  } satisfies Record<ExcerptStanding, string>,
  /** « …, dans « Journal » » : the title of the source, in files. */
  from: (line: string, title: string) => `${line} · « ${title} »`,
  /** « — Provenance non vérifiée » after the line, in files. */
  after: (words: string) => ` — ${words}`,
} as const;
