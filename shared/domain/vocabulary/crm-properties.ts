/** What of a lead a CRM is told. */
export const CRM_PROPERTIES = ['owner', 'stage', 'score', 'reasons'] as const;

export type CrmProperty = (typeof CRM_PROPERTIES)[number];
