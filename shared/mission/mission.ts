/** Where a mission stands; one that ended never comes back. */
const MISSION_STATES = ['running', 'suspended', 'ended'] as const;
export type MissionState = (typeof MISSION_STATES)[number];

/** What is answered to what a consultancy submits. */
const DELIVERY_VERDICTS = ['accepted', 'changes'] as const;
export type DeliveryVerdict = (typeof DELIVERY_VERDICTS)[number];
