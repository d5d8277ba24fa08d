import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { blocksOf, codeSpansOf, sectionOf } from '../support/docs/markdown.ts';
import { namedInVain, tooWide, unknownScripts } from '../support/docs/page-rules.ts';
import { PICTURES } from '../support/pages/doc-pictures.ts';
import { brokenLinks } from '../support/rules/doc-links.ts';
import { DOMAIN_FLOORS } from '../support/rules/import-order.ts';
import { readMatching, repositoryFiles } from '../support/rules/repository-files.ts';

const pages = readMatching(/\.md$/);
/** Those that are written by hand. */
const written = new Map([...pages].filter(([page]) => !page.startsWith('docs/api/')));
const page = (file: string): string => pages.get(file) ?? '';

const folders = new Set(repositoryFiles.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? ''));
const inside = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

const scripts = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8'))).scripts;

describe('the documentation', () => {
  it('links only to what is there', () => {
    expect(pages.size).toBeGreaterThan(20);
    expect(brokenLinks(pages, existsSync)).toEqual([]);
  });

  it('shows each picture of the pages, said in words too, and all pictures together load fast', () => {
    const shown = [
      ...page('docs/pages.md').matchAll(/<img src="images\/pages\/([\w-]+)\.png" width="\d+"\s+alt="[^"]{20,}">/g),
    ];
    expect(shown.map(([, name = '']) => name).toSorted()).toEqual(Object.keys(PICTURES).toSorted());
    const pictures = readdirSync('docs/images', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.png'),
    );
    expect(pictures).toHaveLength(shown.length + 3);
    const bytes = pictures.reduce((sum, file) => sum + statSync(`docs/images/${file}`).size, 0);
    expect(bytes).toBeLessThan(550_000);
  });

  it('names only files, folders and scripts that are there', () => {
    expect(namedInVain(pages, folders, existsSync)).toEqual([]);
    expect(unknownScripts(pages, new Set(Object.keys(scripts)))).toEqual([]);
  });

  it('fits into an editor, tables too', () => {
    expect(tooWide(written)).toEqual([]);
  });

  it('has no shell block that a shell cannot read', () => {
    const unread = [...pages].flatMap(([file, text]) =>
      blocksOf(text)
        .filter(({ language }) => language === 'sh')
        .flatMap((block) => {
          const { status, stderr } = spawnSync('sh', ['-n'], { input: block.text, encoding: 'utf8' });
          return status === 0 ? [] : [`${file}: ${stderr}`];
        }),
    );
    expect(unread).toEqual([]);
  });

  it('is listed page by page', () => {
    const index = page('docs/README.md');
    const own = [...pages.keys()].flatMap((file) => /^docs\/([^/]+\.md)$/.exec(file)?.[1] ?? []);
    expect(own.filter((name) => name !== 'README.md' && !index.includes(`(${name})`))).toEqual([]);
  });
});

describe('the README', () => {
  it('says what each folder is for', () => {
    const named = codeSpansOf(sectionOf(page('README.md'), '## Where things are'));
    const wanted = [...folders].filter((folder) => !folder.startsWith('.') && !['docs', 'shared'].includes(folder));
    const expected = [...wanted.map((name) => `${name}/`), ...inside('shared').map((name) => `shared/${name}/`)];
    expect(expected.filter((folder) => !named.includes(folder))).toEqual([]);
  });
});

describe('the architecture page', () => {
  const architecture = page('docs/architecture.md');

  it('draws the way of a lead with functions and events that there are', () => {
    const functions = inside('functions');
    const diagrams = blocksOf(architecture).filter(({ language }) => language === 'mermaid');
    const way = diagrams[0]?.text ?? '';
    const events = [...way.matchAll(/\b(?:Lead|Clock|Rep|Sla|Contact|Outcome)[A-Z]\w+/g)].map(([name]) => name);
    expect(events.length).toBeGreaterThan(6);
    expect(events.filter((name) => !existsSync(`test/contract/golden/${name}.json`))).toEqual([]);
    const drawn = [...way.matchAll(/\b[a-z]+-(?:lead|rep|clock|alert|reply|answer)\b/g)].map(([name]) => name);
    expect(drawn.filter((name) => !functions.includes(name))).toEqual([]);
    const told = sectionOf(architecture, '## The way of a lead');
    expect(functions.filter((name) => !told.includes(name))).toEqual([]);
  });

  it('says what each layer and each room of the domain is for', () => {
    const layers = codeSpansOf(sectionOf(architecture, '## Layers'));
    expect(inside('shared').filter((name) => !layers.includes(`shared/${name}/`))).toEqual([]);
    expect(inside('shared/application').filter((name) => !layers.includes(`${name}/`))).toEqual([]);
    expect(inside('cli').filter((name) => !layers.includes(`cli/${name}/`))).toEqual([]);
    const lines = sectionOf(architecture, '### The floors of the domain').match(/^\d+\. [^:]+/gm) ?? [];
    expect(lines.map((line) => codeSpansOf(line))).toEqual(DOMAIN_FLOORS);
  });

  describe('answers a newcomer', () => {
    const section = sectionOf(architecture, "## A newcomer's ten questions");
    const questions = [...section.matchAll(/^### \d+\. (.+)\n([\s\S]*?)(?=^### |(?![\s\S]))/gm)].map(
      ([, question = '', answer = '']) => ({ question, answer }),
    );
    const glossary = page('docs/glossary.md').toLowerCase();

    it('ten times', () => {
      expect(questions).toHaveLength(10);
      expect(questions.filter(({ question }) => !question.endsWith('?'))).toEqual([]);
    });

    it.each(questions)('with paths and terms that there are: $question', ({ answer }) => {
      const paths = codeSpansOf(answer).filter((span) => span.includes('/'));
      expect(paths.length).toBeGreaterThan(0);
      expect(paths.filter((path) => !existsSync(path))).toEqual([]);
      const terms = /Glossary: ([^.]+)\./.exec(answer.replaceAll('\n', ' '))?.[1]?.split(', ') ?? [];
      expect(terms.length).toBeGreaterThan(0);
      const isDefined = (term: string): boolean => new RegExp(`\\*\\*[^*]*\\b${term}\\b`, 'i').test(glossary);
      expect(terms.filter((term) => !isDefined(term))).toEqual([]);
    });
  });
});

describe('the rules themselves', () => {
  it('see a link that leads nowhere', () => {
    const docs = new Map([
      [
        'docs/a.md',
        '[x](b.md) [y](b.md#two-words) [z](#here)\n# Here\n[code](../cli/main.ts) [web](https://x.example) <img src="../a.png">',
      ],
      ['docs/b.md', '# Two words!'],
    ]);
    expect(brokenLinks(docs, (file) => docs.has(file) || ['cli/main.ts', 'a.png'].includes(file))).toEqual([]);
    const broken = new Map([['docs/a.md', '[x](c.md) [y](#there) `[z](z.md)`\n\n[r]: gone.md\n<img src="no.png">']]);
    expect(brokenLinks(broken, (file) => broken.has(file))).toEqual([
      'docs/a.md: c.md is not there',
      'docs/a.md: #there has no such heading',
      'docs/a.md: gone.md is not there',
      'docs/a.md: no.png is not there',
    ]);
  });

  it('see a line that is too wide, by characters and not by bytes', () => {
    expect(tooWide(new Map([['a.md', `${'x'.repeat(160)}\n${'ü'.repeat(160)}\n`]]))).toEqual([]);
    expect(tooWide(new Map([['a.md', `short\n${'x'.repeat(161)}\n`]]))).toEqual(['a.md:2 has 161 columns']);
  });

  it('see a path that leads nowhere, and a script that nobody wrote', () => {
    const text =
      '`cli/main.ts`, `cli/gone.ts`, `cli/VERB-NOUN/x.ts`, `other/x.ts`\n```\nnpm run gone\n```\n`npm run e2e`';
    expect(namedInVain(new Map([['a.md', text]]), new Set(['cli']), (file) => file === 'cli/main.ts')).toEqual([
      'a.md: cli/gone.ts is not there',
    ]);
    expect(unknownScripts(new Map([['a.md', text]]), new Set(['e2e']))).toEqual(['a.md: there is no script gone']);
  });
});
