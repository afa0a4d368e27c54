import { interviewPaths } from '#shared/interview-paths.ts';
import { paths } from '#shared/paths.ts';
import { sheetPaths } from '#shared/sheet-paths.ts';
import type { DossierItemKind } from '#shared/thematic-dossier/thematic-dossier.ts';

const PAGES = {
  sheet: sheetPaths.publicSheet,
  interview: interviewPaths.publicInterview,
  document: paths.publicDocument,
} satisfies Record<DossierItemKind, (address: string) => string>;

/** Where the public reads an item. */
export const itemAddress = ({ kind, address }: { kind: DossierItemKind; address: string }) =>
  PAGES[kind](address);
