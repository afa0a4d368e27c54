/** [PD9] The register of processing (article 30 of the GDPR) that the product brings, until whoever runs the space writes it. Markdown. */
export const processingRegister = `## Comptes et organisations

- **Finalité** : permettre à chaque personne invitée de se connecter et de travailler dans ses groupes.
- **Fondement** : mission d’intérêt public (article 6, paragraphe 1, e, du RGPD).
- **Données** : nom, adresse professionnelle, fonction, organisation, rôle, empreinte du mot de passe, sessions (appareil, adresse du réseau, dates) ; qui a confirmé une personne comme signataire de son organisation, et quand ; adresse que l’organisation a déclarée, publique.
- **Personnes** : agents des villes, de l’animation, de la Banque des Territoires, des cabinets et des structures partenaires.
- **Destinataires** : les membres des mêmes groupes ; l’administration de cet espace.

## Travail commun

- **Finalité** : écrire ensemble documents, tableaux, comptes rendus, fiches et synthèse ; suivre séances, décisions et expérimentations.
- **Fondement** : mission d’intérêt public.
- **Données** : ce que chacun écrit, commente et dépose, et quand ; présences aux séances, inscriptions aux événements, votes, réponses données au nom d’une organisation.
- **Durée** : celle du programme et de ses archives. À l’effacement d’un compte, le texte reste sous « Ancien membre ».

## Appels, candidatures et instruction

- **Finalité** : recevoir, instruire et décider des candidatures des villes.
- **Fondement** : mission d’intérêt public.
- **Données** : contacts cités dans le dossier, notes et avis, déports, décisions.
- **Durée** : celle des archives de l’appel ; un dossier déposé reste mot pour mot, sous son empreinte.

## Journal d’audit et sécurité

- **Finalité** : prouver ce qui a été décidé, par qui et quand ; détecter un accès frauduleux.
- **Fondement** : obligation légale et intérêt légitime à la sécurité.
- **Données** : identifiant du compte, action, objet, instant. Aucun nom ni aucune adresse n’y est écrit.
- **Durée** : celle du programme ; une ligne ne peut être ni modifiée ni supprimée.

## Courriels et notifications

- **Finalité** : prévenir de ce qui concerne chacun ; chacun règle ce qu’il reçoit.
- **Fondement** : mission d’intérêt public.
- **Données** : adresse, objet du message, date.

## Site public

- **Finalité** : publier fiches, dossiers et données ouvertes.
- **Fondement** : mission d’intérêt public ; consentement de la personne interrogée pour un entretien.
- **Données** : noms des villes ; nom, fonction et image de la personne interrogée, avec son accord. Aucune mesure d’audience, aucun cookie, aucune requête vers un tiers.

## Sous-traitants, transferts et sécurité

Aucune donnée n’est envoyée à un tiers ni hors de l’Union européenne par cet espace. L’hébergeur et le serveur de courriel sont ceux de l’organisme qui l’exploite, à nommer ici. Les mesures de sécurité sont décrites dans la documentation du logiciel.`;
