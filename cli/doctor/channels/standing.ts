/** How a channel of a rep stands. What is wrong with the whole account is told once, not for each rep. */
export type Standing =
  | { readonly state: 'works' }
  | { readonly state: 'unsure'; readonly why: string }
  | { readonly state: 'fails'; readonly why: string; readonly todo: string; readonly ofAccount: boolean };

export const fails = (why: string, todo: string): Standing => ({ state: 'fails', why, todo, ofAccount: false });
export const unsure = (why: string): Standing => ({ state: 'unsure', why });
