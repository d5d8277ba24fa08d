/** Where the records of an organization are, below its own address. */
export const SALESFORCE_DATA = '/services/data/v61.0';

/** As whom we write. Salesforce says it with each change, so that we know our own. */
export const SALESFORCE_CLIENT = 'golden-hour';
