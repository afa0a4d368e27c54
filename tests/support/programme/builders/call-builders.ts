import { randomInt } from 'node:crypto';
import { seasons } from '#db/people/group/schema.ts';
import { callForms, calls } from '#db/programme/call/schema.ts';
import type { Site } from '#db/seed/builders/builders.ts';
import { defaultCriteria } from '#db/seed/default-form/default-criteria.ts';
import { defaultForm } from '#db/seed/default-form/default-form.ts';
import type { Form } from '#shared/programme/application/form.ts';

/** Unique, from a start by chance: tests share databases. */
let seasonNumber = randomInt(1, 1_000_000) * 1_000 + 1_000_000_000;

interface CallOptions {
  readonly title?: string;
  readonly seasonId?: string;
  readonly opensAt?: Date;
  readonly closesAt?: Date;
  readonly toleranceMinutes?: number;
  readonly publishedAt?: Date | null;
  readonly form?: Form;
}

const DAY = 86_400_000;

/** A call that is open for another month, with the programme’s form as its version 1. */
export async function aCall({ db, now, newId }: Site, options: CallOptions = {}) {
  const seasonId = options.seasonId ?? newId();
  if (!options.seasonId) {
    const [startsOn, endsOn] = ['2022-10-01', '2023-06-30'];
    await db
      .insert(seasons)
      .values({ id: seasonId, number: seasonNumber++, name: 'Saison d’essai', startsOn, endsOn });
  }
  const at = (days: number) => new Date(now().getTime() + days * DAY);
  const call = {
    id: newId(),
    seasonId,
    title: options.title ?? 'Appel à manifestation d’intérêt',
    presentation: 'Des villes qui expérimentent.\n\nSix à neuf mois.',
    opensAt: options.opensAt ?? at(-10),
    closesAt: options.closesAt ?? at(30),
    toleranceMinutes: options.toleranceMinutes ?? 0,
    criteria: defaultCriteria,
    publishedAt: options.publishedAt === undefined ? at(-20) : options.publishedAt,
    createdAt: at(-20),
  };
  await db.insert(calls).values(call);
  await db
    .insert(callForms)
    .values({ callId: call.id, version: 1, form: options.form ?? defaultForm, createdAt: at(-20) });
  return call;
}
