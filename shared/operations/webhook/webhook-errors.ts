/** Why a webhook was refused. */
export type WebhookError =
  | 'webhook.nameInvalid'
  | 'webhook.addressInvalid'
  | 'webhook.typesInvalid'
  | 'webhook.tooMany'
  | 'webhook.busy';
