import { listSeasons } from '#db/programme/season/seasons.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { call } from '#shared/programme/call/call.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import { SeasonForm } from '../season-form.tsx';
import { seasonGestures } from '../season-gestures.server.ts';
import type { Route } from './+types/administration-seasons';

const words = call.seasons;

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: programmePaths.administrationSeasons(), label: words.title },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  requirePlatform(context, 'call.manage');
  return { seasons: await listSeasons(context.get(servicesContext).db) };
}

export async function action({ request, context }: Route.ActionArgs) {
  requirePlatform(context, 'call.manage');
  return act(context, await request.formData(), seasonGestures, {});
}

export default function AdministrationSeasons({ loaderData, actionData }: Route.ComponentProps) {
  const { seasons } = loaderData;
  const refused = (id: string) => {
    const answer = actionData?.values.form === id ? actionData : null;
    return { errors: answer?.errors ?? {}, answer };
  };
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, frame.administration)}</title>
      <PageHead title={words.title} lead={words.lead} />
      <div className="cols">
        <ul className="ruled" id="seasons">
          {seasons.map(({ id, number, name, startsOn, endsOn, themes }) => {
            const named = Object.fromEntries(themes.map((theme) => [theme.key, theme.name]));
            const { errors, answer } = refused(id);
            const typed = { number: String(number), name, startsOn, endsOn, ...named };
            return (
              <li key={id}>
                <h2 id={`season-${id}`}>{name}</h2>
                <p className="muted">{words.span(startsOn, endsOn)}</p>
                <p className="row mt-2">
                  {themes.map((theme) => (
                    <ThemeChip key={theme.id} theme={theme} />
                  ))}
                </p>
                <details className="fold mt-2" open={answer !== null} key={JSON.stringify(typed)}>
                  <summary className="btn sm">{words.edit(name)}</summary>
                  <SeasonForm id={id} typed={answer?.values ?? typed} errors={errors} answer={answer} />
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
          <SeasonForm id="" typed={refused('').answer?.values ?? {}} {...refused('')} />
        </section>
      </div>
    </main>
  );
}
