/** Where HubSpot answers, in every region. */
export const HUBSPOT_API = 'https://api.hubapi.com';
