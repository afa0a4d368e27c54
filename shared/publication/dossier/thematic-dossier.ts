import { canonicalJson } from '../../kernel/canonical-json.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { parseLine } from '../../kernel/title.ts';
import type { ThemeKey } from '../../people/group/theme.ts';

export const INTRODUCTION_MAX = 5_000;
export const DOSSIER_LINE_MAX = 300;
/** What a dossier gathers at most. */
export const DOSSIER_ITEMS_MAX = 60;

/** What may stand in a dossier: each is a document that is published. */
export const DOSSIER_ITEM_KINDS = ['sheet', 'interview', 'document'] as const;
export type DossierItemKind = (typeof DOSSIER_ITEM_KINDS)[number];

/** What a dossier says itself. */
export interface DossierFields {
  readonly title: string;
  readonly themeId: string;
  /** Plain text; an empty line parts paragraphs. */
  readonly introduction: string;
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** [TD1] Reads the title of a dossier. */
export const parseDossierTitle = (typed: string) =>
  parseLine(typed, { empty: 'thematicDossier.titleMissing', tooLong: 'thematicDossier.titleTooLong' });

/** [TD1] Reads its introduction; it may be empty until the dossier is published. */
export function parseIntroduction(typed: string): Result<string, 'thematicDossier.introductionTooLong'> {
  const introduction = paragraphsOf(typed).join('\n\n');
  return introduction.length > INTRODUCTION_MAX
    ? fail('thematicDossier.introductionTooLong')
    : ok(introduction);
}

/** The paragraphs of an introduction, in order; a line break within one stays. */
export function paragraphsOf(introduction: string): string[] {
  return introduction
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** [TD2] Reads the line that presents an item; it may be empty. */
export function parseDossierLine(typed: string): Result<string, 'thematicDossier.lineTooLong'> {
  const line = oneLine(typed);
  return line.length > DOSSIER_LINE_MAX ? fail('thematicDossier.lineTooLong') : ok(line);
}

/** [TD3] The order after one is moved by one place; the same where there is no place further, null where it is not there. */
export function moveInOrder(
  ids: readonly string[],
  id: string,
  direction: 'up' | 'down',
): readonly string[] | null {
  const from = ids.indexOf(id);
  if (from < 0) return null;
  const to = direction === 'up' ? from - 1 : from + 1;
  const other = ids[to];
  if (other === undefined) return ids;
  return ids.with(to, id).with(from, other);
}

/** [TD4] What the public reads of a dossier, frozen when it was published; its items are then shown as they are on the day. */
export interface FrozenDossier {
  readonly title: string;
  readonly theme: { readonly key: ThemeKey; readonly name: string };
  readonly introduction: string;
  readonly items: readonly { readonly documentId: string; readonly line: string }[];
}

/** Whether the public reads what the dossier says now. */
export const isSameDossier = (frozen: FrozenDossier, now: FrozenDossier): boolean =>
  canonicalJson(frozen) === canonicalJson(now);
