import { expect, test } from 'vitest';
import { catalogue } from '#tests/support/catalogue.ts';

/** Said when a server has just taken the mail. */
const TRUE = /platform-state\.fr\.ts.*trial|people-list\.fr\.ts.*(states|counts)\./;

test('[IB4] no sentence says that a mail has left: a gesture writes one, and only a server takes it', () => {
  const claims = catalogue.filter(
    ([at, text]) =>
      !TRUE.test(at) &&
      (/(courriels?|invitations?|relances?|demandes?)[^.]{0,40} (est|sont) (re)?partie?s?\b/i.test(text) ||
        /(est|sont) (re)?partie?s? par courriel/i.test(text)),
  );
  expect(claims).toEqual([]);
});
