import { z } from 'zod';
import { addOrganisation, changeOrganisation } from '#db/people/organisation/organisation-change.ts';
import { oneOf, PersonId, read } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import {
  parseOrganisationName,
  parseShortName,
  parseShortNameOrNone,
} from '#shared/people/organisation/new-organisation.ts';
import { ORGANISATION_KINDS } from '#shared/people/organisation/organisation.ts';
import { signatoryMail } from '#shared/people/organisation/signatory-mail.fr.ts';
import { parseEmail } from '#shared/people/person/email.ts';
import { operation } from '../../kernel/operation.ts';
import { onPlatform } from '../rights.ts';

/** [O3] Of the register; null for what is no commune. */
const MunicipalityCode = z.string().max(5).nullable();

const Said = z.object({
  name: read(parseOrganisationName),
  shortName: read(parseShortName),
  kind: oneOf(ORGANISATION_KINDS, 'organisation.kindInvalid'),
});

/** [O1] [O3] [O8] Organisations themselves. */
export const organisationOperations = {
  'organisation.add': operation({
    input: Said.extend({ shortName: read(parseShortNameOrNone), municipalityCode: MunicipalityCode }),
    right: onPlatform('people.invite'),
    refusals: {
      'organisation.nameTaken': 'name',
      'organisation.municipalityUnknown': 'municipalityCode',
      'organisation.municipalityTaken': 'municipalityCode',
    },
    async run({ tx, now, newId }, said) {
      const id = newId();
      const added = await addOrganisation(tx, { ...said, id, now });
      return added.ok ? ok({ id }) : added;
    },
  }),

  /** Where another address is declared than before, the one before is told. */
  'organisation.change': operation({
    input: Said.extend({
      organisationId: PersonId,
      municipalityCode: MunicipalityCode,
      declaredEmail: read((text) => (text.trim() === '' ? ok(null) : parseEmail(text))),
    }),
    right: onPlatform('people.invite'),
    refusals: {
      'organisation.notFound': '',
      'organisation.nameTaken': 'name',
      'organisation.municipalityTaken': 'municipalityCode',
    },
    async run({ tx, by, now, mail, link }, { organisationId: id, ...said }) {
      const changed = await changeOrganisation(tx, { id, ...said, by, now });
      if (!changed.ok) return changed;
      const { addressBefore: email } = changed.value;
      if (email === null) return ok();
      const letter = signatoryMail.addressChanged({ organisation: said.name, to: said.declaredEmail });
      const action = { label: letter.action, href: link(paths.home()) };
      await mail({ name: said.name, email }, { ...letter, action });
      return ok();
    },
  }),
};
