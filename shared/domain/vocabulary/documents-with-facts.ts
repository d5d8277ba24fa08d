/** Documents whose changes are told: their facts are stored beside them. */
export const DOCUMENTS_WITH_FACTS = ['lead', 'rep', 'reach', 'refusal'] as const;

export type DocumentWithFacts = (typeof DOCUMENTS_WITH_FACTS)[number];
