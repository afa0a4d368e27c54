import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import type { PersonError } from '#shared/errors.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import { lettersOf, plainText } from '#shared/people/person/common-password.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { parsePassword } from '#shared/people/person/person.ts';

/** A shorter word says nothing of the password that it stands in. */
const SHORTEST_WORD = 4;

let lists: Promise<ReadonlySet<string>> | undefined;

/** The 49,000 passwords that leaks hold most often, French words and first names; some megabytes, read when the first password is chosen. */
function knownWords(): Promise<ReadonlySet<string>> {
  lists ??= Promise.all([import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-fr')]).then(
    ([{ dictionary: common }, { dictionary: french }]) => {
      const leaked = common['passwords-common'].map(plainText);
      const words = [...leaked, ...french['commonWords-fr'], ...french['firstnames-fr']].map(lettersOf);
      return new Set([...leaked, ...words.filter(({ length }) => length >= SHORTEST_WORD)]);
    },
  );
  return lists;
}

/**
 * [P4] Reads a password that somebody chooses, wherever they do: what `parsePassword` says, and none that leaked or is one word, once or twice,
 * whatever digits and signs are put around it. Nobody outside is asked.
 */
export async function readNewPassword(password: string, email: string): Promise<Result<string, PersonError>> {
  const parsed = parsePassword(password, email);
  if (!parsed.ok) return parsed;
  const known = await knownWords();
  const word = lettersOf(password);
  const half = word.slice(0, word.length / 2);
  const isKnown =
    known.has(plainText(password)) || known.has(word) || (half + half === word && known.has(half));
  return isKnown ? fail('person.passwordCommon') : parsed;
}

const PATHS = new Set(['/change-password', '/reset-password']);

/** [P4] The same inside better-auth: its own endpoints take no password that our pages would refuse. */
export function newPasswordPlugin() {
  return {
    id: 'new-password',
    hooks: {
      before: [
        {
          matcher: ({ path }: { path?: string | undefined }) => PATHS.has(path ?? ''),
          handler: createAuthMiddleware(async (context) => {
            const typed: unknown = context.body?.newPassword;
            if (typeof typed !== 'string') return;
            const session = await getSessionFromCtx(context);
            // Nobody: the endpoint itself says so.
            if (context.path === '/change-password' && !session) return;
            const read = await readNewPassword(typed, session?.user.email ?? '');
            if (!read.ok)
              throw new APIError('BAD_REQUEST', {
                code: 'PASSWORD_REFUSED',
                message: people.errors[read.error],
              });
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
