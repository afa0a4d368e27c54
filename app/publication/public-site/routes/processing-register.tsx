import { findRetention } from '#db/operations/personal-data/retention.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { Durations } from '../durations.tsx';
import { readSitePage } from '../site-page.server.ts';
import { SitePage } from '../site-page.tsx';
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
