import { paths } from '#shared/paths.ts';
import type { DossierItemKind } from '#shared/publication/dossier/thematic-dossier.ts';
import { interviewPaths } from '#shared/publication/interview/interview-paths.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';

const PAGES = {
  sheet: sheetPaths.publicSheet,
  interview: interviewPaths.publicInterview,
  document: paths.publicDocument,
} satisfies Record<DossierItemKind, (address: string) => string>;

/** Where the public reads an item. */
export const itemAddress = ({ kind, address }: { kind: DossierItemKind; address: string }) =>
  PAGES[kind](address);
