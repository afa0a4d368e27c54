import type { Db } from '#db/kernel/client.ts';
import { listPublicDossiers } from '#db/publication/dossier/public-dossiers.ts';
import { listPublicInterviews } from '#db/publication/interview/published-interviews.ts';
import { listPublicSheets } from '#db/publication/sheet/public-sheets.ts';
import { listPublicSyntheses } from '#db/publication/synthesis/public-syntheses.ts';
import { dossierPaths } from '#shared/publication/dossier/dossier-paths.ts';
import { interviewPaths } from '#shared/publication/interview/interview-paths.ts';
import { openDataPaths } from '#shared/publication/open-data/open-data-paths.ts';
import { publicSite } from '#shared/publication/public-site/public-site.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import type { MapEntry } from './site-map.tsx';

/** As many as the map that programs read has. */
const MOST = 2_000;

/** [H12] What is published, under the list where it stands. Only what anybody may read. */
export async function listPublished(db: Db): Promise<MapEntry[]> {
  const [{ sheets }, dossiers, interviews, syntheses] = await Promise.all([
    listPublicSheets(db, { size: MOST }),
    listPublicDossiers(db, MOST),
    listPublicInterviews(db, MOST),
    listPublicSyntheses(db),
  ]);
  return [
    {
      label: publicSite.list,
      href: sheetPaths.publicSheets(),
      under: sheets.map(({ title, address }) => ({ label: title, href: sheetPaths.publicSheet(address) })),
    },
    {
      label: publicSite.dossiers,
      href: dossierPaths.publicDossiers(),
      under: dossiers.map(({ title, address }) => ({
        label: title,
        href: dossierPaths.publicDossier(address),
      })),
    },
    {
      label: publicSite.interviews,
      href: interviewPaths.publicInterviews(),
      under: interviews.map(({ title, address }) => ({
        label: title,
        href: interviewPaths.publicInterview(address),
      })),
    },
    { label: publicSite.map, href: openDataPaths.map() },
    { label: publicSite.openData, href: openDataPaths.openData() },
    ...(syntheses.length > 0
      ? [{ label: publicSite.synthesis, href: synthesisPaths.publicSynthesis() }]
      : []),
  ];
}
