import { processingRegister } from './processing-register.fr.ts';
import type { SiteError, SitePageKey } from './site-page.ts';

interface SitePageWords {
  readonly title: string;
  readonly lead: string;
  /** Markdown: what stands there until whoever runs the space writes it. */
  readonly text: string;
}

const accessibility = `## État de conformité

Cet espace n’est pas en conformité avec le référentiel général d’amélioration de l’accessibilité (RGAA 4.1) : aucun audit n’en a encore mesuré les critères, et ceux qui ne sont pas respectés sont cités plus bas.

L’équipe du logiciel tient, avec le code source, la grille des 106 critères : pour chacun, son état et ce qui le montre. Beaucoup restent à vérifier par une personne.

## Ce qui est vérifié

Le plus grand nombre des pages de cet espace passe l’outil axe-core à chaque version, en clair sur grand écran et en sombre sur petit écran, et tient sur 320 pixels de large ; la première violation arrête la publication. Un tel outil ne voit qu’une partie des critères.

Des essais automatiques font au clavier les principaux gestes du texte, des tableaux, des séances et des relectures. Le déplacement d’une carte est annoncé en français, et le menu « Déplacer vers… » le fait aussi. L’état d’enregistrement est écrit en toutes lettres. Les documents et les tableaux se lisent sans script.

Les documents exportés en PDF suivent la norme PDF/UA-1.

## Ce qui n’est pas accessible

Les vidéos et les fichiers que déposent les membres relèvent de leurs auteurs. L’éditeur ne permet pas encore de dire dans quelle langue est un passage.

Aucun essai n’a encore été conduit avec des personnes utilisatrices de lecteurs d’écran. Ce que les autres écrivent n’est pas annoncé pendant la coécriture.

## Signaler une difficulté

Écrivez à la personne qui anime votre groupe ou à l’administration de cet espace : une réponse est due, avec un autre moyen d’accéder au contenu. Sans réponse satisfaisante, vous pouvez saisir la Défenseure des droits.`;

const legal = `## Logiciel

Cordée est un logiciel libre distribué sous licence GNU Affero General Public License, version 3 ou ultérieure : toute personne qui utilise cet espace peut en demander le code source, modifications comprises, à l’organisme qui l’exploite.

Polices Atkinson Hyperlegible Next et Besley (licence SIL Open Font License). Icônes Lucide (licence ISC). Découpage administratif : données de l’Insee et de la DGCL, Licence Ouverte.

## Exploitant

L’exploitant de cet espace est l’organisme qui vous y a invité. Son nom, son adresse et son délégué à la protection des données figurent dans le courriel d’invitation.

## Contenus publiés

Les fiches, les dossiers et les données ouvertes de ce site se reprennent sous Licence Ouverte 2.0, à condition de citer les villes qui les ont écrits et la date. Les images gardent la licence que leur auteur leur a donnée.`;

const privacy = `## Ce qui est traité, et pourquoi

Cet espace sert une mission d’intérêt public : le travail commun des villes du programme. Il traite votre nom, votre adresse professionnelle, votre organisation et votre fonction, ce que vous écrivez, et les traces nécessaires à sa sécurité.

## Qui le voit

Votre nom, votre organisation et votre adresse professionnelle sont visibles des membres de vos groupes. Ce qui est publié sur le site nomme les villes, jamais les personnes. Rien n’est vendu, cédé ou envoyé à un tiers.

## Cookies et appareil

Les seuls cookies déposés servent à vous connecter : celui de votre session et, selon la façon d’entrer, celui de la connexion en cours, celui du fournisseur d’identité à quitter et celui de l’appareil que vous demandez de retenir. Il n’y a ni mesure d’audience, ni requête vers un tiers, donc pas de bandeau.

Une copie des documents et des tableaux que vous ouvrez est gardée sur votre appareil, pour que rien ne se perde sans réseau. La déconnexion l’efface.

## Vos droits

Dans « Mon compte », « Mes données », vous emportez tout ce que cet espace sait de vous, et vous demandez l’effacement de votre compte : trente jours pour changer d’avis, puis votre nom et votre adresse disparaissent. Ce que vous avez écrit avec d’autres reste, sous « Ancien membre » ; ce qui a été signé, approuvé ou déposé reste tel quel, comme preuve. Vous rectifiez votre nom et votre fonction dans « Mon compte ».

Pour toute autre demande, écrivez à l’organisme qui vous a invité ou à son délégué à la protection des données. Vous pouvez aussi saisir la CNIL.`;

/** Pages that the law asks for, and where they are written. They state what is, and are amended with the product. */
export const obligations = {
  pages: {
    accessibilite: {
      title: 'Accessibilité',
      lead: 'Ce qui est accessible à toutes et tous, ce qui ne l’est pas encore, et à qui le dire.',
      text: accessibility,
    },
    'mentions-legales': {
      title: 'Mentions légales',
      lead: 'Ce que cet espace est, qui le publie et ce qui s’en reprend.',
      text: legal,
    },
    'donnees-personnelles': {
      title: 'Données personnelles',
      lead: 'Ce que cet espace fait de vos données, et ce que vous pouvez en demander.',
      text: privacy,
    },
    'registre-des-traitements': {
      title: 'Registre des traitements',
      lead: 'Ce que cet espace traite, pour quoi, sur quel fondement et pour combien de temps.',
      text: processingRegister,
    },
  } satisfies Record<SitePageKey, SitePageWords>,
  updated: (day: string) => `Mis à jour le ${day}`,
  administration: {
    title: 'Le site public',
    place: 'Accessibilité, mentions légales, données personnelles, registre, données ouvertes',
    lead: 'Ce que cet espace dit à tout le monde, et que la loi demande.',
    pages: 'Les pages',
    original: 'Texte d’origine',
    changed: (day: string, by: string | null) => `Modifiée le ${day}${by ? ` par ${by}` : ''}`,
    edit: 'Modifier',
    editTitle: (title: string) => `Modifier : ${title}`,
    text: 'Texte de la page',
    hint: 'Une ligne qui commence par « ## » est un titre, par « - » un élément de liste. Une ligne vide sépare les paragraphes. [Un lien](https://exemple.fr) s’écrit ainsi.',
    save: 'Publier ce texte',
    see: 'Voir la page',
    saved: 'Le texte est en ligne.',
    versions: 'Textes précédents',
    take: 'Reprendre ce texte',
    takeOf: (day: string) => `Reprendre le texte du ${day}`,
    taken: 'Un texte précédent est repris dans le champ : il ne sera en ligne qu’une fois publié.',
    backToOriginal: 'Reprendre le texte d’origine',
  },
  errors: {
    'site.textMissing': 'Écrivez le texte de la page : elle ne peut pas être vide.',
    'site.textTooLong': 'Ce texte est trop long : 40 000 caractères au plus.',
    'site.changedMeanwhile':
      'Quelqu’un a publié un autre texte entre-temps. Le vôtre est gardé dans le champ : comparez avec la page, puis publiez-le de nouveau.',
  } satisfies Record<SiteError, string>,
} as const;
