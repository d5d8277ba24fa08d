/**
 * What an object begins with that is made of another, with other values or a field besides. Node 20 gives an object that
 * begins with a spread a hidden class of its own, in which nothing is found quickly; what begins with this shares its
 * class with all of the same fields. Worth it only where very many are made: see decision record 50.
 */
export const BLANK = {};
