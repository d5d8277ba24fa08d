/** What sending one message came to: its id, or the name of the failure. */
export type Sent = { readonly messageId: string } | { readonly failure: string };
