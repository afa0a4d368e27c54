import { z } from 'zod';
import { findBulletin, listBulletins } from '#db/programme/bulletin/bulletins.ts';
import { findEvent, listComing, listPast } from '#db/programme/event/events.ts';
import { listReadableLogs } from '#db/programme/experiment/experiment-logs.ts';
import { findExperimentPerson } from '#db/programme/experiment/experiment-rights.ts';
import { findFacilitator, listFacilitators } from '#db/programme/facilitator/territorial-facilitators.ts';
import { listHeard } from '#db/programme/local-issue/local-issue-notes.ts';
import { findCity, listCities } from '#db/programme/territory/territories.ts';
import { listAdoptions } from '#db/publication/adoption/adoption-lists.ts';
import { findNewsletter, listNewsletters } from '#db/publication/newsletter/newsletters.ts';
import { paths } from '#shared/paths.ts';
import { bulletinPaths } from '#shared/programme/bulletin/bulletin-paths.ts';
import { REGISTRATION_STATES } from '#shared/programme/event/event.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { MOODS } from '#shared/programme/experiment/log.ts';
import { FACILITATOR_KINDS } from '#shared/programme/facilitator/territorial-facilitator.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { TOLD_TO } from '#shared/programme/told-to.ts';
import { adoptionPaths } from '#shared/publication/adoption/adoption-paths.ts';
import { VERDICTS } from '#shared/publication/adoption/feasibility.ts';
import { INTEREST_STATES } from '#shared/publication/adoption/interest.ts';
import { NEWSLETTER_PARTS } from '#shared/publication/newsletter/newsletter.ts';
import { newsletterPaths } from '#shared/publication/newsletter/newsletter-paths.ts';
import { ALL, type Asker, reading } from './readings.ts';
import { each, Id, Organisation } from './shapes.ts';

const Text = z.string();
const Shown = z.object({ id: Id, url: z.url() });
const Place = z.object({ code: Text, name: Text });

const Log = Shown.extend({
  /** `<experiment>:<month>` */
  id: Text,
  month: Text,
  mood: z.enum(MOODS),
  ...each(Text, 'done', 'difficulties', 'help'),
  experiment: z.object({ id: Id, title: Text }),
  version: z.int(),
  writtenAt: z.iso.datetime(),
  author: Text.nullable(),
});
const Interview = Shown.extend({
  ...each(Text, 'personName', 'personFunction', 'personOrganisation', 'notes', 'city'),
  metOn: z.iso.date(),
  /** They accept to be quoted beyond the city. */
  hasConsent: z.boolean(),
});
const Note = Shown.extend({ title: Text, source: z.url(), says: Text, city: Text });
/** `contact` is for those whom the programme is there for; null for all others. */
const Facilitator = Shown.extend({
  ...each(Text, 'name', 'offer', 'address', 'site'),
  kind: z.enum(FACILITATOR_KINDS),
  areas: z.array(Place.extend({ level: Text })),
  contact: z.object(each(Text, 'name', 'email', 'phone')).nullable(),
});
const City = Shown.extend({
  /** Its code in the national register. */
  id: Text,
  name: Text,
  population: z.int().nullable(),
  ...each(Place, 'department', 'region'),
  intermunicipality: Text.nullable(),
  agreement: Organisation,
});
/** `verdict` is for the city itself and the coordination. */
const Adoption = Shown.extend({
  city: Organisation,
  sheet: z.object(each(Text, 'title', 'address')),
  interest: z.enum(INTEREST_STATES).nullable(),
  since: z.iso.datetime().nullable(),
  verdict: z.enum(VERDICTS).nullable(),
});

/** Published ones; drafts are on pages only. */
const Bulletin = Shown.extend({
  ...each(Text, 'title', 'text'),
  toldTo: z.enum(TOLD_TO),
  publishedAt: z.iso.datetime(),
  /** Of what it says, after that. */
  changedAt: z.iso.datetime().nullable(),
});

/** Published ones. `link` is told to whoever has a place, and of a public event without a number of places to everybody; else empty. */
const ProgrammeEvent = Shown.extend({
  ...each(Text, 'title', 'description', 'place', 'link', 'replay'),
  ...each(z.iso.datetime(), 'startsAt', 'endsAt'),
  cancelledAt: z.iso.datetime().nullable(),
  capacity: z.int().nullable(),
  ...each(z.int(), 'registered', 'waiting'),
  toldTo: z.enum(TOLD_TO),
  /** Of whoever asks. */
  own: z.enum(REGISTRATION_STATES).nullable(),
});

/** Those that were sent. */
const Newsletter = Shown.extend({
  ...each(Text, 'title', 'introduction'),
  ...each(z.iso.date(), 'fromDay', 'toDay'),
  toldTo: z.enum(TOLD_TO),
  sentAt: z.iso.datetime(),
  /** Paths are of this site. */
  items: z.array(z.object({ ...each(Text, 'title', 'said', 'path'), part: z.enum(NEWSLETTER_PARTS) })),
});

async function interviewsOf({ db, ...asker }: Asker) {
  return (await listHeard(db, { ...asker, size: ALL }))?.interviews ?? [];
}

async function notesOf({ db, ...asker }: Asker) {
  const heard = await listHeard(db, { ...asker, size: ALL });
  return (heard?.notes ?? []).map(({ url: source, ...note }) => ({ ...note, source }));
}

async function logsOf({ db, ...asker }: Asker) {
  const logs = await listReadableLogs(db, asker);
  return logs.map((log) => ({ ...log, id: `${log.experiment.id}:${log.month}` }));
}

/** Of a list that is read whole, the one of this id. */
const among =
  <Row extends { readonly id: string }>(list: (asker: Asker) => Promise<readonly Row[]>) =>
  async (asker: Asker, id: string) =>
    (await list(asker)).find((one) => one.id === id) ?? null;

const adoptionsOf = ({ db, ...asker }: Asker) => listAdoptions(db, asker);

async function bulletinsOf({ db, ...asker }: Asker) {
  const person = await findExperimentPerson(db, asker);
  return person ? listBulletins(db, { person, limit: ALL }) : [];
}

async function bulletinOf({ db, ...asker }: Asker, bulletinId: string) {
  const person = await findExperimentPerson(db, asker);
  const found = person && (await findBulletin(db, { bulletinId, person }));
  return found?.publishedAt && !found.withdrawnAt ? found : null;
}

async function eventsOf({ db, ...asker }: Asker) {
  const person = await findExperimentPerson(db, asker);
  if (!person) return [];
  const of = { person, now: asker.now, limit: ALL };
  return [...(await listComing(db, of)), ...(await listPast(db, of))];
}

async function eventOf({ db, ...asker }: Asker, eventId: string) {
  const person = await findExperimentPerson(db, asker);
  const found = person && (await findEvent(db, { eventId, person }));
  return found?.publishedAt ? found : null;
}

async function newslettersOf({ db, ...asker }: Asker) {
  const person = await findExperimentPerson(db, asker);
  return person ? listNewsletters(db, { person, limit: ALL }) : [];
}

async function newsletterOf({ db, ...asker }: Asker, newsletterId: string) {
  const person = await findExperimentPerson(db, asker);
  const found = person && (await findNewsletter(db, { newsletterId, person }));
  return found?.sentAt ? found : null;
}

/** [I6] What is part of the programme’s nouns, or beside them, for whoever sees it on the pages. */
export const programmePartOperations = [
  reading({
    noun: 'logs',
    path: ['logs', 'log'],
    id: Text.regex(/^[0-9a-f-]{36}:\d{4}-\d{2}$/),
    item: Log.meta({ id: 'Log' }),
    at: ({ experiment, month }: { experiment: { id: string; title: string }; month: string }) =>
      programmePaths.experimentLog(experiment, month),
    list: logsOf,
    find: among(logsOf),
  }),
  reading({
    noun: 'interviews',
    path: ['interviews', 'interview'],
    item: Interview.meta({ id: 'Interview' }),
    at: ({ id }: { id: string }) => programmePaths.heard(id),
    list: interviewsOf,
    find: among(interviewsOf),
  }),
  reading({
    noun: 'notes',
    path: ['notes', 'note'],
    item: Note.meta({ id: 'Note' }),
    at: ({ id }: { id: string }) => programmePaths.heard(id),
    list: notesOf,
    find: among(notesOf),
  }),
  reading({
    noun: 'facilitators',
    path: ['facilitators', 'facilitator'],
    item: Facilitator.meta({ id: 'Facilitator' }),
    at: ({ id, name: title }: { id: string; name: string }) => programmePaths.facilitator({ id, title }),
    list: ({ db, ...reader }) => listFacilitators(db, { reader }),
    find: ({ db, ...reader }, id) => findFacilitator(db, { id, reader }),
  }),
  reading({
    noun: 'cities',
    path: ['cities', 'city'],
    id: Text.regex(/^[0-9AB]{5}$/),
    item: City.meta({ id: 'City' }),
    at: ({ code }: { code: string }) => paths.city(code),
    list: async ({ db }) => (await listCities(db)).map((city) => ({ ...city, id: city.code })),
    find: async ({ db }, code) => {
      const city = await findCity(db, code);
      return city && { ...city, id: city.code };
    },
  }),
  reading({
    noun: 'adoptions',
    path: ['adoptions', 'adoption'],
    item: Adoption.meta({ id: 'Adoption' }),
    at: ({ id, sheet: { title } }: { id: string; sheet: { title: string } }) =>
      adoptionPaths.adoptionInterest({ id, title }),
    list: adoptionsOf,
    find: among(adoptionsOf),
  }),
  reading({
    noun: 'bulletins',
    path: ['bulletins', 'bulletin'],
    item: Bulletin.meta({ id: 'Bulletin' }),
    at: bulletinPaths.bulletin,
    list: bulletinsOf,
    find: bulletinOf,
  }),
  reading({
    noun: 'events',
    path: ['events', 'event'],
    item: ProgrammeEvent.meta({ id: 'Event' }),
    at: eventPaths.event,
    list: eventsOf,
    find: eventOf,
  }),
  reading({
    noun: 'newsletters',
    path: ['newsletters', 'newsletter'],
    item: Newsletter.meta({ id: 'Newsletter' }),
    at: newsletterPaths.newsletter,
    list: newslettersOf,
    find: newsletterOf,
  }),
].flat();
