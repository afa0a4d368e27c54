/** The mail that says that a token was made. */
export const accessTokenMail = ({
  name,
  organisation,
  may,
  until,
}: {
  name: string;
  organisation: string | null;
  may: readonly string[];
  until: string;
}) => ({
  subject: `Un jeton d’accès a été créé : « ${name} »`,
  paragraphs: [
    'Bonjour,',
    organisation
      ? `Un jeton d’accès nommé « ${name} » vient d’être créé depuis votre compte Cordée, au nom de ${organisation}. Vous en répondez.`
      : `Un jeton d’accès nommé « ${name} » vient d’être créé depuis votre compte Cordée.`,
    `Jusqu’au ${until}, le programme qui le détient peut agir à votre place : ${may.map((one) => one.charAt(0).toLowerCase() + one.slice(1)).join(' ; ')}.`,
  ],
  action: 'Voir mes jetons',
  notice:
    'Si ce n’est pas vous, révoquez ce jeton aussitôt, changez votre mot de passe et prévenez l’administration du site.',
});
