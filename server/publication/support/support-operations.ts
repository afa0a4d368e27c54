import { z } from 'zod';
import { keepDemand } from '#db/publication/support/help-demands.ts';
import {
  type Covering,
  findStructureFor,
  findWriter,
  listCovering,
  listFacilitatorsPeople,
  listPeopleOfCity,
  type Writer,
} from '#db/publication/support/support-rights.ts';
import {
  changeSupport,
  type HeldSupport,
  holdSupport,
  keepSupport,
  withdrawSupport,
} from '#db/publication/support/supports.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { Id, read, Said } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { isTerritory } from '#shared/people/organisation/organisation.ts';
import { support as words } from '#shared/publication/support/support.fr.ts';
import { checkSupportDay, parseSupportText } from '#shared/publication/support/support.ts';
import { supportPaths } from '#shared/publication/support/support-paths.ts';
import { operation, type Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';
import { tellCovering } from './tell-covering.ts';

type OnCity = ByPerson & {
  readonly structure: Covering & { readonly city: string };
  readonly writer: Writer;
};
const OfCity = z.object({ cityId: Id });
const OfSupport = z.object({ supportId: Id });
const Message = read(parseSupportText);

/** [AT7] Whoever works for a structure in the network that covers the city of the input; for all others it is absent. */
const onTerritory: Right<{ readonly cityId: string }, OnCity> = async (
  { tx, now },
  { userId },
  { cityId },
) => {
  const writer = userId === null ? null : await findWriter(tx, userId);
  const structure = userId === null ? null : await findStructureFor(tx, { cityId, userId, now });
  return userId !== null && writer && structure
    ? ok({ by: userId, structure, writer })
    : fail('access.notFound');
};

/** [AT7] Whoever is of the organisation of the structure whose act it is, which is held; for all others it is absent. */
const onOwnSupport: Right<
  { readonly supportId: string },
  ByPerson & { readonly support: HeldSupport }
> = async ({ tx, now }, { userId }, { supportId }) => {
  const support = userId === null ? null : await holdSupport(tx, { supportId, userId, now });
  return userId !== null && support ? ok({ by: userId, support }) : fail('access.notFound');
};

/** [AT6] Whoever is of a commune or an agglomeration. */
const ofCity: Right<unknown, ByPerson & { readonly writer: Writer & { organisationId: string } }> = async (
  { tx },
  { userId },
) => {
  const writer = userId === null ? null : await findWriter(tx, userId);
  const isOfCity = writer?.kind != null && isTerritory(writer.kind);
  return userId !== null && isOfCity && writer.organisationId !== null
    ? ok({ by: userId, writer: { ...writer, organisationId: writer.organisationId } })
    : fail('access.notFound');
};

/** « Étienne Vidal, animateur territorial des données, Agence du numérique » */
const named = ({ name, jobTitle, organisation }: Writer) =>
  [name, jobTitle, organisation].filter(Boolean).join(', ');

const withdrawing = (isWithdrawn: boolean) =>
  operation({
    input: OfSupport,
    right: onOwnSupport,
    refusals: {},
    async run({ tx, support, now }) {
      await withdrawSupport(tx, { support, isWithdrawn, now });
      return ok();
    },
  });

/** [AT6] [AT7] What structures of the network do for cities, and what cities ask of them. */
export const supportOperations = {
  /** « J’ai proposé mon aide »: what the city asked waits no more. Gives what undoes it. */
  'support.offer': operation({
    input: OfCity,
    right: onTerritory,
    refusals: {},
    async run({ tx, by: authorId, structure, now, newId }, { cityId }) {
      const id = newId();
      const ofWhom = { id, facilitatorId: structure.id, cityId, authorId };
      await keepSupport(tx, { ...ofWhom, kind: 'offer', what: words.offered, doneOn: parisDay(now), now });
      return ok({ id, city: structure.city });
    },
  }),

  'support.note': operation({
    input: OfCity.extend({ what: Message, day: Said }),
    right: onTerritory,
    refusals: { 'support.dayInvalid': 'day' },
    async run({ tx, by: authorId, structure, now, newId }, { cityId, what, day }) {
      const doneOn = checkSupportDay(day, parisDay(now));
      if (!doneOn.ok) return doneOn;
      const ofWhom = { id: newId(), facilitatorId: structure.id, cityId, authorId };
      await keepSupport(tx, { ...ofWhom, kind: 'note', what, doneOn: doneOn.value, now });
      return ok();
    },
  }),

  /** Mails the people of the city, and is kept among what was done. Gives how many it leaves for. */
  'support.write': operation({
    input: OfCity.extend({ message: Message }),
    right: onTerritory,
    share: { perDay: 20, refusal: 'support.tooMany' },
    refusals: { 'support.nobodyThere': '' },
    async run({ tx, by: userId, structure, writer, now, newId, mail, link }, { cityId, message: what }) {
      const people = await listPeopleOfCity(tx, { cityId, userId });
      if (people.length === 0) return fail('support.nobodyThere');
      const ofWhom = { id: newId(), facilitatorId: structure.id, cityId, authorId: userId };
      await keepSupport(tx, { ...ofWhom, kind: 'message', what, doneOn: parisDay(now), now });
      const said = words.write;
      for (const person of people)
        await mail(person, {
          ...{ subject: said.subject(structure.name), notice: said.notice },
          replyTo: { name: writer.name, email: writer.email },
          action: { label: said.action, href: link(supportPaths.help()) },
          paragraphs: [said.says(named(writer)), ...what.split(/\n{2,}/), said.answer],
        });
      return ok({ sent: people.length });
    },
  }),

  'support.change': operation({
    input: OfSupport.extend({ what: Message, day: Said }),
    right: onOwnSupport,
    refusals: { 'support.dayInvalid': 'day', 'support.wasSent': '' },
    async run({ tx, support, now }, { what, day }) {
      const doneOn = checkSupportDay(day, parisDay(now));
      if (!doneOn.ok) return doneOn;
      return changeSupport(tx, { support, what, doneOn: doneOn.value, now });
    },
  }),

  'support.withdraw': withdrawing(true),
  'support.restore': withdrawing(false),

  /** A city asks those who cover it for help: they are told, by mail too. Gives their names. */
  'support.ask': operation({
    input: z.object({ message: Message }),
    right: ofCity,
    share: { perDay: 5, refusal: 'support.tooMany' },
    refusals: { 'support.noFacilitator': '', 'support.askedToday': '' },
    async run(act, { message }) {
      const { tx, by: userId, writer, now, newId, mail, link } = act;
      const { organisationId, organisation } = writer;
      const covering = await listCovering(tx, organisationId);
      if (covering.length === 0) return fail('support.noFacilitator');
      if (!(await keepDemand(tx, { id: newId(), organisationId, message, userId, now })))
        return fail('support.askedToday');
      const said = words.help.mail;
      const city = organisation ?? '';
      for (const person of await listFacilitatorsPeople(tx, { cityId: organisationId, userId }))
        await mail(person, {
          ...{ subject: said.subject(city), notice: said.notice },
          replyTo: { name: writer.name, email: writer.email },
          action: { label: said.action, href: link(supportPaths.territoryCity(organisationId)) },
          paragraphs: [said.says(named(writer)), ...message.split(/\n{2,}/), said.answer],
        });
      await tellCovering(act, { cityId: organisationId, city, verb: 'facilitator.asked' });
      return ok({ structures: covering.map(({ name }) => name) });
    },
  }),
};
