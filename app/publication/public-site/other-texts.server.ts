import type { Db } from '#db/kernel/client.ts';
import { listPublicDossiers } from '#db/publication/dossier/public-dossiers.ts';
import { listPublicInterviews } from '#db/publication/interview/published-interviews.ts';
import { dossierPaths } from '#shared/publication/dossier/dossier-paths.ts';
import { interviewPaths } from '#shared/publication/interview/interview-paths.ts';

const EACH_MAX = 20;

/** [PS2] Published dossiers and interviews that have the words that a visitor typed. */
export async function findOtherTexts(db: Db, query: string) {
  const [dossiers, interviews] = await Promise.all([
    listPublicDossiers(db, EACH_MAX, query),
    listPublicInterviews(db, EACH_MAX, query),
  ]);
  return [
    ...dossiers.map(({ address, title }) => {
      return { path: dossierPaths.publicDossier(address), kind: 'dossier' as const, title };
    }),
    ...interviews.map(({ address, title }) => {
      return { path: interviewPaths.publicInterview(address), kind: 'interview' as const, title };
    }),
  ];
}
