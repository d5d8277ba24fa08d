// What dist/ holds of other packages, with their licences.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of the packages of which a build took anything, by its metafile. */
export const bundledPackages = (metafiles) => {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) => Object.entries(output.inputs)),
  );
  const folders = inputs.flatMap(([file, { bytesInOutput }]) => {
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [];
    return folder === undefined || bytesInOutput === 0 ? [] : [folder];
  });
  return [...new Set(folders)].sort();
};

const textsIn = (folder) =>
  readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');

/** Licences that ask for no text; a package under one of them may come without. */
const DEDICATIONS = new Map([
  ['CC0-1.0', 'CC0 1.0 Universal: in the public domain, https://creativecommons.org/publicdomain/zero/1.0/'],
]);

const read = (folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { title: `${name} ${version} (${license})`, license, text: textsIn(folder) };
};

/** The licence of each package; those with the same text stand together above it. */
export const thirdPartyNotices = (folders) => {
  const packages = folders.map(read);
  const titles = new Map();
  for (const { title, license, text } of packages) {
    // Some packages of a family name their licence, and leave its text to the others.
    const found =
      text === ''
        ? (packages.find((other) => other.license === license && other.text !== '')?.text ?? DEDICATIONS.get(license))
        : text;
    if (found === undefined) throw new Error(`${title} has no text of its licence, and is bundled into dist/.`);
    titles.set(found, [...(titles.get(found) ?? []), title]);
  }
  const parts = [...titles].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  const line = `\n${'-'.repeat(80)}\n\n`;
  return [
    `The files beside this one hold code and data of these ${packages.length} packages. Their licences:\n`,
    ...parts,
  ].join(line);
};
