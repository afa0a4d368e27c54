import { Download } from 'lucide-react';
import { Link } from 'react-router';
import { readSteering } from '#db/programme/steering/steering.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { steering as words } from '#shared/programme/steering/steering.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { Figures } from '../figures.tsx';
import { figuresOf } from '../key-figures.ts';
import { MapSection } from '../map-section.tsx';
import { MissionsSection } from '../missions-section.tsx';
import { NeedsSection } from '../needs-section.tsx';
import { OpennessSection } from '../openness-section.tsx';
import { ReviewsSection } from '../reviews-section.tsx';
import { readChoices, requireSteering } from '../scope.server.ts';
import { SignalsSection } from '../signals-section.tsx';
import { SteeringFilterForm } from '../steering-filter-form.tsx';
import { pageOf } from '../steering-page.ts';
import { SynthesisSection } from '../synthesis-section.tsx';
import { ThemesSection } from '../themes-section.tsx';
import type { Route } from './+types/steering';

export const handle = frameHandle({
  crumbs: () => [{ href: programmePaths.steering(), label: words.title }],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { scope, seasons, ...asked } = await requireSteering(context, request);
  const { db } = context.get(servicesContext);
  const { platformRole } = requireMember(context);
  const choices = await readChoices(db, scope);
  return {
    ...asked,
    shown: scope.day,
    end: scope.end,
    today: dates.iso(scope.now),
    overview: pageOf(await readSteering(db, scope, choices.themes)),
    choices: { seasons, ...choices },
    maySet: canOnPlatform(platformRole, 'steering.setTargets'),
  };
}

export default function Steering({ loaderData }: Route.ComponentProps) {
  const { season, address, day, isToday, shown, end, today, overview, choices, maySet } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.heading(season.name)} lead={words.lead(shown, isToday)}>
        <ul className="row" aria-label={words.export.label}>
          {(['csv', 'ods', 'pdf'] as const).map((format) => (
            <li key={format}>
              <Link className="btn" to={programmePaths.steeringExport(format, address)} reloadDocument>
                <Download className="icon" aria-hidden="true" />
                <span className="vh">{words.export.prefix} </span>
                {words.export[format]}
              </Link>
            </li>
          ))}
        </ul>
      </PageHead>
      {day.error && <Notice kind="warning">{words.filter.wrong}</Notice>}
      <SteeringFilterForm
        address={address}
        season={season.number}
        day={day}
        today={today}
        choices={choices}
      />
      <Figures label={words.figures.label} figures={figuresOf(overview, address)} />
      <SignalsSection signals={overview.signals} end={end} address={address} />
      <MapSection cities={overview.cities} departments={overview.departments} address={address} />
      <ThemesSection themes={overview.themes} address={address} />
      <NeedsSection cells={overview.needs} address={address} />
      <MissionsSection missions={overview.missions} address={address} />
      <ReviewsSection documents={overview.inReview} address={address} />
      <SynthesisSection synthesis={overview.synthesis} season={season.number} day={shown} address={address} />
      <OpennessSection measures={overview.openness} address={address} maySet={maySet} />
    </main>
  );
}
