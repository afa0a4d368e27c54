import type { ActivityVerb } from '#shared/activity/activity.ts';

/** One sentence a verb: who did what to which object. */
export const activity = {
  sentences: {
    'group.created': (name: string) => `a créé le groupe « ${name} »`,
    'document.created': (title: string) => `a créé le document « ${title} »`,
    'document.renamed': (title: string) => `a renommé un document : « ${title} »`,
    'document.trashed': (title: string) => `a mis à la corbeille le document « ${title} »`,
    'document.restored': (title: string) => `a restauré le document « ${title} »`,
    'document.accessChanged': (title: string) => `a changé les accès du document « ${title} »`,
    'document.commented': (title: string) => `a commenté le document « ${title} »`,
    'document.suggested': (title: string) => `a proposé une modification de « ${title} »`,
    'document.suggestionAccepted': (title: string) => `a accepté une suggestion dans « ${title} »`,
    'document.suggestionRefused': (title: string) => `a refusé une suggestion dans « ${title} »`,
    'document.published': (title: string) => `a publié le document « ${title} »`,
    'document.withdrawn': (title: string) => `a retiré la publication du document « ${title} »`,
    'document.movedAway': (title: string) => `a déplacé le document « ${title} » vers un autre groupe`,
    'document.movedIn': (title: string) => `a apporté le document « ${title} » d’un autre groupe`,
    'document.versionNamed': (title: string) => `a nommé une version de « ${title} »`,
    'document.stateRestored': (title: string) => `a rétabli une version de « ${title} »`,
    'board.created': (title: string) => `a créé le tableau « ${title} »`,
    'board.renamed': (title: string) => `a renommé un tableau : « ${title} »`,
    'board.trashed': (title: string) => `a mis à la corbeille le tableau « ${title} »`,
    'board.restored': (title: string) => `a restauré le tableau « ${title} »`,
    'board.commented': (title: string) => `a commenté une carte du tableau « ${title} »`,
    'member.added': (name: string) => `a ajouté ${name} au groupe`,
    'member.roleChanged': (name: string) => `a changé le rôle de ${name}`,
    'member.removed': (name: string) => `a retiré ${name} du groupe`,
    'member.joined': () => 'a rejoint le groupe',
  } satisfies Record<ActivityVerb, (title: string) => string>,
  formerMember: 'Ancien membre',
} as const;
