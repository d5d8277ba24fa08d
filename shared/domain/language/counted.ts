/** `1 rep`, `2 reps`; `many` where the plural is not the singular with an s. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
