import { data, redirect } from 'react-router';
import { z } from 'zod';
import { changeSeason, createSeason } from '#db/programme/season/season-changes.ts';
import { listSeasons } from '#db/programme/season/seasons.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { call } from '#shared/programme/call/call.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { parseSeason } from '#shared/programme/season/season.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import { SeasonForm } from '../season-form.tsx';
import type { Route } from './+types/administration-seasons';

const words = call.seasons;
const text = z.string().max(5_000);
const Typed = z.object({
  season: text,
  number: text,
  name: text,
  startsOn: text,
  endsOn: text,
  transition: text,
  biodiversite: text,
  risques: text,
});

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: programmePaths.administrationSeasons(), label: words.title },
  ],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  requirePlatform(context, 'call.manage');
  const { db } = context.get(servicesContext);
  const state = new URL(request.url).searchParams.get('etat');
  const news = state === 'creee' || state === 'enregistree' ? words.news[state] : null;
  return { seasons: await listSeasons(db), news };
}

export async function action({ request, context }: Route.ActionArgs) {
  const member = requirePlatform(context, 'call.manage');
  const { db, newId } = context.get(servicesContext);
  const { season, ...typed } = parseForm(Typed, await request.formData());
  const parsed = parseSeason(typed);
  const refuse = (errors: Record<string, string>) => data({ season, errors, typed }, 422);
  if ('faults' in parsed)
    return refuse(
      Object.fromEntries(Object.entries(parsed.faults).map(([k, code]) => [k, call.errors[code]])),
    );
  const change = { seasonId: season || newId(), userId: member.id, fields: parsed.fields, newId };
  const saved = await (season ? changeSeason : createSeason)(db, change);
  if (saved.ok)
    throw redirect(`${programmePaths.administrationSeasons()}?etat=${season ? 'enregistree' : 'creee'}`);
  if (saved.error === 'access.notFound') throw notFound();
  return refuse({ [saved.error === 'season.numberTaken' ? 'number' : '']: call.errors[saved.error] });
}

export default function AdministrationSeasons({ loaderData, actionData }: Route.ComponentProps) {
  const { seasons, news } = loaderData;
  const refused = (id: string) => ({
    errors: actionData?.season === id ? actionData.errors : {},
    answer: actionData?.season === id ? actionData : null,
  });
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, frame.administration)}</title>
      <div className="head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </div>
      {news && !actionData && <Notice kind="success">{news}</Notice>}
      <div className="cols">
        <ul className="ruled">
          {seasons.map(({ id, number, name, startsOn, endsOn, themes }) => {
            const named = Object.fromEntries(themes.map((theme) => [theme.key, theme.name]));
            const { errors, answer } = refused(id);
            const typed = { number: String(number), name, startsOn, endsOn, ...named };
            return (
              <li key={id}>
                <h2>{name}</h2>
                <p className="muted">{words.span(startsOn, endsOn)}</p>
                <p className="row mt-2">
                  {themes.map((theme) => (
                    <ThemeChip key={theme.id} theme={theme} />
                  ))}
                </p>
                <details className="fold mt-2" open={answer !== null} key={JSON.stringify(typed)}>
                  <summary className="btn sm">{words.edit(name)}</summary>
                  <SeasonForm id={id} typed={answer?.typed ?? typed} errors={errors} answer={answer} />
                </details>
              </li>
            );
          })}
          {seasons.length === 0 && <li className="muted">{words.none}</li>}
        </ul>
        <section className="plate" aria-labelledby="nouvelle">
          <h2 className="mb-3" id="nouvelle">
            {words.create}
          </h2>
          <SeasonForm id="" typed={refused('').answer?.typed ?? {}} {...refused('')} />
        </section>
      </div>
    </main>
  );
}
