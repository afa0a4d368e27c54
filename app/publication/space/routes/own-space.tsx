import { UserPlus } from 'lucide-react';
import { Link } from 'react-router';
import { z } from 'zod';
import { listBoards } from '#db/boards/boards.ts';
import { countCards } from '#db/boards/card/cards.ts';
import { listFavourites } from '#db/news/favourite/favourites.ts';
import { listOwnApplications } from '#db/programme/application/applications.ts';
import { listExperiments } from '#db/programme/experiment/experiments.ts';
import { findAdopter } from '#db/publication/adoption/adoptions.ts';
import { listOwnAdoptions } from '#db/publication/adoption/own-adoptions.ts';
import {
  findOwnSpace,
  listSpaceDatasets,
  listSpaceDocuments,
  listSpacePeople,
} from '#db/publication/space/own-space.ts';
import { listFacilitatorsForCity } from '#db/publication/support/support-rights.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { ownFacilitator } from '#shared/programme/facilitator/own-facilitator.fr.ts';
import { spaceName, space as words } from '#shared/publication/space/space.fr.ts';
import { supportPaths } from '#shared/publication/support/support-paths.ts';
import { servicesContext } from '../../../context.ts';
import { writtenFilesOf } from '../../../documents/access/access.server.ts';
import { requireDocument } from '../../../documents/require-document.server.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gestureOf, gesturesOf } from '../../../kernel/gesture.server.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { FavouritesSection } from '../../../news/favourite/favourites-section.tsx';
import { OwnFacilitator } from '../../../programme/facilitator/own-facilitator.tsx';
import { NewLink } from '../../../ui/page/new-link.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { RepeatedCases } from '../../adoption/repeated-cases.tsx';
import { SpaceApplications, SpaceData, SpacePeople } from '../space-aside.tsx';
import { SpaceBoards } from '../space-boards.tsx';
import { SpaceDocuments } from '../space-documents.tsx';
import { SpaceExperiments } from '../space-experiments.tsx';
import type { Route } from './+types/own-space';
import '../space.css';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ kind }) => [{ href: paths.ownSpace(), label: spaceName(kind) }],
});

const DOCUMENTS = 12;
const BOARDS = 6;
const CASES = 8;
const APPLICATIONS = 5;
const FAVOURITES = 5;

/** The person, their organisation and its space; whoever is of none has no such page. */
async function requireSpace(context: Route.LoaderArgs['context']) {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const reader = { userId: member.id, now: now() };
  const own = await findOwnSpace(db, reader);
  if (!own || !member.organisation) throw notFound();
  return { member, own, kind: member.organisation.kind, reader };
}

export async function loader({ context }: Route.LoaderArgs) {
  const { member, own, kind, reader } = await requireSpace(context);
  const { db } = context.get(servicesContext);
  const { space, groups } = own;
  const groupIds = groups.map(({ id }) => id);
  const city = await findAdopter(db, reader);
  const [documents, boards, datasets, people, experiments, applications, adoptions, facilitators] =
    await Promise.all([
      listSpaceDocuments(db, { own, limit: DOCUMENTS, ...reader }),
      listBoards(db, { groupId: space.id }),
      listSpaceDatasets(db, own),
      listSpacePeople(db, own),
      listExperiments(db, { filter: { organisationId: space.organisationId }, size: CASES, ...reader }),
      listOwnApplications(db, { userId: member.id }),
      city ? listOwnAdoptions(db, { city, groupIds, limit: CASES }) : [],
      city ? listFacilitatorsForCity(db, { cityId: city.id, reader }) : [],
    ]);
  const shown = boards.slice(0, BOARDS);
  const counts = await countCards(db, { boardIds: shown.map(({ id }) => id), today: parisDay(reader.now) });
  const mayInvite = canOnPlatform(member.platformRole, 'people.invite');
  return {
    space: { id: space.id, name: space.name },
    organisationId: space.organisationId,
    kind,
    isCity: city !== null,
    meId: member.id,
    colour: member.organisation?.colour ?? 0,
    manageAt: member.administersId
      ? paths.accountOrganisation()
      : mayInvite
        ? paths.administrationPeople()
        : null,
    ...documents,
    boards: shown.map((board) => ({ ...board, count: counts.get(board.id) ?? null })),
    datasets,
    people,
    experiments: experiments.experiments.map(({ id, title, state, cities }) => ({
      id,
      title,
      state,
      cities,
    })),
    applications: applications.slice(0, APPLICATIONS),
    adoptions,
    facilitators,
    favourites: await listFavourites(db, { ...reader, limit: FAVOURITES }),
    now: reader.now,
  };
}

interface Page {
  readonly kind: Route.ComponentProps['loaderData']['kind'];
  readonly document: { readonly id: string; readonly title: string };
  readonly written: Awaited<ReturnType<typeof writtenFilesOf>>;
}

const seenBy = (visibility: 'group' | 'restricted') =>
  gesturesOf(({ document, written }: Page) => ({
    documentId: document.id,
    written: [...written],
    visibility,
  }));
const here = { to: paths.ownSpace(), focus: 'documents' } as const;
const gestures = {
  open: seenBy('group')('documentAccess.setVisibility', {
    fields: {},
    done: (_made, { document: { id, title }, kind }) => ({
      ...here,
      said: words.documents.opened(title, kind),
      undo: { label: words.documents.undo, fields: { intent: 'close', documentId: id } },
    }),
  }),
  close: seenBy('restricted')('documentAccess.setVisibility', {
    fields: {},
    done: (_made, { document }) => ({ ...here, said: words.documents.closed(document.title) }),
  }),
};

export async function action({ request, context }: Route.ActionArgs) {
  const { kind, own } = await requireSpace(context);
  const form = await request.formData();
  gestureOf(form, gestures);
  const { documentId } = parseForm(z.object({ documentId: z.string().max(64) }), form);
  const { document } = await requireDocument(context, documentId, 'document.organise');
  // [MV3] What stands in a working group is opened and closed on its own page.
  if (document.group.id !== own.space.id) throw notFound();
  const written = await writtenFilesOf(context, document.id);
  return act(context, form, gestures, { kind, document, written });
}

export default function OwnSpace({ loaderData }: Route.ComponentProps) {
  const { space, kind, isCity, manageAt } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(space.name, spaceName(kind))}</title>
      <PageHead title={space.name} lead={words.lead(kind)}>
        <p className="row">
          {manageAt && (
            <Link className="btn" to={manageAt}>
              <UserPlus className="icon" aria-hidden="true" />
              {words.invite}
            </Link>
          )}
          <NewLink to={paths.newDocument({ id: space.id, title: space.name })}>{words.newDocument}</NewLink>
        </p>
      </PageHead>
      <div className="cols">
        <div>
          <SpaceDocuments {...loaderData} />
          <SpaceBoards {...loaderData} />
          {isCity && (
            <>
              <SpaceExperiments {...loaderData} />
              <RepeatedCases {...loaderData} />
            </>
          )}
        </div>
        <aside className="stack-lg" aria-label={words.aside}>
          <FavouritesSection favourites={loaderData.favourites} />
          <SpacePeople {...loaderData} />
          <SpaceData datasets={loaderData.datasets} spaceId={space.id} />
          {isCity && (
            <>
              <OwnFacilitator
                title={ownFacilitator.ours}
                facilitators={loaderData.facilitators}
                help={supportPaths.help()}
              />
              <SpaceApplications applications={loaderData.applications} />
            </>
          )}
        </aside>
      </div>
    </main>
  );
}
