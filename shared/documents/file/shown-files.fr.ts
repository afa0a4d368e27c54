import { plural } from '../../kernel/plural.fr.ts';

/** What the command says of files that are shown though nobody who wrote there may read them. */
export const shownFiles = {
  usage:
    'Usage : npm run files:verify, ou npm run files:verify -- CLÉ pour retirer un des fichiers nommés à ceux qui le lisent par ce document ou ce tableau.',
  reading: 'Lecture des fichiers que montrent les documents et les tableaux…',
  fine: 'Chaque fichier est montré par quelqu’un qui a le droit de le lire : rien à vérifier.',
  doubtful: (count: number) =>
    `${plural(count, 'fichier est montré', 'fichiers sont montrés')} là où personne de ceux qui ont écrit n’a aujourd’hui le droit de le lire. C’est un droit perdu depuis, ou une adresse recopiée. Vérifiez avec le groupe d’où vient le fichier :`,
  link: {
    document: (title: string, group: string) => `dans le document « ${title} » (${group})`,
    board: (title: string, group: string) => `sur le tableau « ${title} » (${group})`,
  },
  line: (file: string, ofGroup: string, where: string, key: string) =>
    `« ${file} », du groupe ${ofGroup}, ${where}. Pour le retirer : npm run files:verify -- ${key}`,
  hidden: 'Ce fichier n’est plus montré là, et le journal d’audit le dit.',
  notShown: 'Ce fichier n’est pas montré là : vérifiez la clé. Rien n’a été fait.',
} as const;
