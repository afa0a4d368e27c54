import { z } from 'zod';
import {
  changeFacilitator,
  createFacilitator,
  importFacilitators,
  removeFacilitator,
} from '#db/programme/facilitator/facilitator-changes.ts';
import { tieFacilitator } from '#db/programme/facilitator/facilitator-ties.ts';
import { Id, read, readForm, Said } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { ROWS_MAX } from '#shared/programme/facilitator/facilitator-table.ts';
import {
  FACILITATOR_KINDS,
  parseFacilitator,
} from '#shared/programme/facilitator/territorial-facilitator.ts';
import { parseCityNames } from '#shared/programme/facilitator/tie.ts';
import { operation } from '../../kernel/operation.ts';
import { onPlatform } from '../../people/rights.ts';

const OfFacilitator = z.object({ facilitatorId: Id });
const Structure = z
  .object({
    name: Said,
    kind: Said,
    offer: Said,
    address: Said,
    site: Said,
    contactName: Said,
    contactEmail: Said,
    contactPhone: Said,
    source: Said,
    certainty: Said,
    areas: Said,
  })
  .transform(readForm(parseFacilitator));

const UNSAVED = { 'facilitator.nameTaken': 'name', 'facilitator.areaNotFound': 'areas' } as const;

const removing = (isRemoved: boolean) =>
  operation({
    input: OfFacilitator,
    right: onPlatform('programme.coordinate'),
    refusals: {},
    run: ({ tx, now }, { facilitatorId: id }) => removeFacilitator(tx, { id, isRemoved, now }),
  });

/** [AT1] [AT4] The network of territorial facilitators. */
export const facilitatorOperations = {
  'facilitator.create': operation({
    input: Structure,
    right: onPlatform('programme.coordinate'),
    refusals: UNSAVED,
    run: ({ tx, by, now, newId }, structure) => createFacilitator(tx, { ...structure, id: newId(), by, now }),
  }),

  'facilitator.change': operation({
    input: OfFacilitator.and(Structure),
    right: onPlatform('programme.coordinate'),
    refusals: UNSAVED,
    run: ({ tx, now }, { facilitatorId: id, ...structure }) =>
      changeFacilitator(tx, { id, ...structure, now }),
  }),

  /** [AT5] Ties a structure to its organisation here and to cities that it names. */
  'facilitator.tie': operation({
    input: OfFacilitator.extend({ organisation: Said, cities: read(parseCityNames) }),
    right: onPlatform('programme.coordinate'),
    refusals: { 'facilitator.organisationNotFound': 'organisation', 'facilitator.cityNotFound': 'cities' },
    run: ({ tx, now }, { facilitatorId: id, organisation, cities }) =>
      tieFacilitator(tx, { id, organisation: organisation.trim(), cities, now }),
  }),

  'facilitator.remove': removing(true),
  'facilitator.restore': removing(false),

  /** The structures of a file, all of them or none; gives what was not found, by line. */
  'facilitator.import': operation({
    input: z.object({
      rows: z
        .array(
          z.object({
            line: z.int(),
            name: Said,
            kind: z.enum(FACILITATOR_KINDS),
            areas: z.array(Said),
            source: Said,
            certainty: Said,
          }),
        )
        .max(ROWS_MAX),
    }),
    right: onPlatform('programme.coordinate'),
    refusals: {},
    run: async ({ tx, by, now, newId }, { rows }) =>
      ok(await importFacilitators(tx, { rows, newId, by, now })),
  }),
};
