import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

const read = (file: string): string => readFileSync(file, 'utf8');

const manifest = z
  .object({ version: z.string(), engines: z.object({ node: z.string() }) })
  .parse(JSON.parse(read('package.json')));

describe('what editors and tools read', () => {
  it('says the same to an editor as to Biome', () => {
    const { formatter } = z
      .object({
        formatter: z.object({ indentStyle: z.string(), indentWidth: z.number(), lineWidth: z.number() }),
      })
      .parse(JSON.parse(read('biome.json')));
    const setting = (name: string): string | undefined =>
      new RegExp(`^${name} = (.+)$`, 'm').exec(read('.editorconfig'))?.[1];
    expect({
      indentStyle: setting('indent_style'),
      indentWidth: Number(setting('indent_size')),
      lineWidth: Number(setting('max_line_length')),
    }).toEqual(formatter);
  });

  it('asks of nvm the oldest Node that the package takes', () => {
    expect(manifest.engines.node).toBe(`>=${read('.nvmrc').trim()}`);
  });
});

describe('what visitors of the repository read', () => {
  it('has a place in the changelog for the version that the package has', () => {
    expect(read('CHANGELOG.md')).toMatch(
      new RegExp(`^## \\[${manifest.version.replaceAll('.', '\\.')}\\] - (unreleased|\\d{4}-\\d\\d-\\d\\d)$`, 'm'),
    );
  });

  it('asks in each form for what a maintainer needs', () => {
    const folder = '.github/ISSUE_TEMPLATE';
    const forms = readdirSync(folder).filter((file) => file !== 'config.yml');
    const form = z.object({
      name: z.string(),
      description: z.string(),
      body: z
        .array(
          z.object({
            type: z.enum(['markdown', 'textarea', 'input', 'dropdown', 'checkboxes']),
            id: z.string().optional(),
            attributes: z.object({ label: z.string() }).or(z.object({ value: z.string() })),
          }),
        )
        .min(1),
    });
    expect(forms.length).toBeGreaterThan(0);
    for (const file of forms) expect(() => form.parse(parse(read(join(folder, file))))).not.toThrow();
  });
});
