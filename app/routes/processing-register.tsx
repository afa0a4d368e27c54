import { findRetention } from '#db/operations/personal-data/retention.ts';
import { servicesContext } from '../context.ts';
import { Durations } from '../site-pages/durations.tsx';
import { readSitePage } from '../site-pages/site-page.server.ts';
import { SitePage } from '../site-pages/site-page.tsx';
import { staticPage } from '../static-page.ts';
import type { Route } from './+types/processing-register';

export const handle = staticPage;

/** [SP1] [PD9] The register of processing, for anybody. */
export async function loader({ context }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  return {
    page: await readSitePage(context, 'registre-des-traitements'),
    retention: await findRetention(db),
  };
}

export default function ProcessingRegister({ loaderData: { page, retention } }: Route.ComponentProps) {
  return (
    <SitePage {...page}>
      <Durations retention={retention} withRegister={false} />
    </SitePage>
  );
}
