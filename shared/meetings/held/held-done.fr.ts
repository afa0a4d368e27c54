import type { AttendanceMode, Presence } from '#shared/meetings/held/attendance.ts';
import { meetingHeld, votes } from './meeting-held.fr.ts';

const { mode } = meetingHeld.attendance;

/** [WR6] What was just done in a meeting, in one sentence. */
export const heldDone = {
  opened: 'La séance est ouverte.',
  openingTakenBack: 'L’ouverture est annulée.',
  closed: 'La séance est close.',
  reopened: 'La clôture est annulée : la séance reprend.',
  item: (title: string) => `Le point « ${title} » commence.`,
  agendaEnded: 'L’ordre du jour est terminé.',
  moreTime: (title: string) => `Le point « ${title} » a cinq minutes de plus.`,
  attending: {
    onSite: 'Votre présence sur place est notée.',
    remote: 'Votre présence à distance est notée.',
  } satisfies Record<AttendanceMode, string>,
  leaving: 'Votre départ est noté.',
  excused: 'Votre absence est notée.',
  marked: {
    present: (name: string, how: AttendanceMode) => `${name} participe ${mode[how]}.`,
    excused: (name: string) => `${name} ne vient pas : l’absence est excusée.`,
    absent: (name: string) => `${name} ne vient pas : l’absence est notée.`,
  } satisfies Record<Presence, (name: string, how: AttendanceMode) => string>,
  left: (name: string) => `${name} quitte la séance : l’heure du départ est notée.`,
  guestAdded: (name: string) => `${name} est sur la feuille de présence.`,
  raised: 'Vous demandez la parole.',
  lowered: 'Votre main est baissée.',
  spoken: 'Votre prise de parole est finie.',
  floorGiven: (name: string) => `${name} a la parole.`,
  handTaken: (name: string) => `${name} n’est plus dans le tour de parole.`,
  voteOpened: (question: string) => `Le vote « ${question} » est ouvert.`,
  cast: (voter: string) => `La voix est donnée pour ${voter}.`,
  voteClosed: (question: string) => `Le vote « ${question} » est clos.`,
  voteWithdrawn: (question: string) => `Le vote « ${question} » est retiré : aucune voix n’est gardée.`,
  proxyGiven: (giver: string, holder: string) =>
    `La voix est confiée : ${votes.proxies.line(giver, holder)}.`,
  proxyTakenBack: (giver: string) => `${giver} reprend sa voix.`,
  minutesBegun: 'Le compte rendu est commencé : il suit l’ordre du jour.',
  sheetAdded: 'La feuille de présence est ajoutée au texte.',
  submitted: 'Le compte rendu est soumis : une version et son empreinte sont gardées.',
  approved: 'Le compte rendu est approuvé.',
  approvalTakenBack: 'L’approbation est annulée : le document peut de nouveau être modifié.',
  proposed: (title: string) => `« ${title} » est à l’ordre du jour.`,
} as const;
