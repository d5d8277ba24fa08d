/** What sending one message came to: its id, or the name of the failure. */
export type Sent =
  | {
      readonly messageId: string;
      /** Whether we are told if it comes back; absent where nobody would tell. */
      readonly mayReturn?: true;
    }
  | { readonly failure: string };
