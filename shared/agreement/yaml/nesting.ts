import type { YamlFile } from './yaml-file.ts';

/** No file of an agreement is half as deep, and whatever goes through a value by itself can go so deep. */
const MAX_DEPTH = 100;

export const TOO_DEEP = `nested deeper than ${MAX_DEPTH}`;

interface Place {
  readonly value: object;
  readonly path: readonly (string | number)[];
}

/** Where a value is nested too deep; undefined where it is not. What several aliases stand for is gone through once. */
const tooDeepAt = (value: unknown): readonly (string | number)[] | undefined => {
  const depths = new Map<object, number>();
  const open: Place[] = typeof value === 'object' && value !== null ? [{ value, path: [] }] : [];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { path } = place;
    if (path.length >= MAX_DEPTH) return path;
    if ((depths.get(place.value) ?? -1) >= path.length) continue;
    depths.set(place.value, path.length);
    for (const [key, child] of Object.entries(place.value)) {
      if (typeof child === 'object' && child !== null) open.push({ value: child, path: [...path, key] });
    }
  }
  return undefined;
};

/** The file, without its value where that is nested too deep: then that is a problem of it. */
export const refuseDeep = (file: YamlFile): YamlFile => {
  const path = tooDeepAt(file.value);
  if (path === undefined) return file;
  const { locate } = file;
  return { problems: [...file.problems, { ...locate(path), message: TOO_DEEP }], locate };
};
