import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { COPY_SCRIPT } from '../../shared/pages/copy-script.ts';
import { PAGE_STYLE } from '../../shared/pages/page-style.ts';
import { DAY, MINUTE } from '../support/agreement/small-agreement.ts';
import {
  open,
  personalIn,
  type Response,
  stageOf,
  textOf,
  typesSince,
  visitor,
  withoutStyle,
} from '../support/pages/page-visitor.ts';
import { JANE, START, storyAgreement } from '../support/scenario/answer-story.ts';

describe('the page behind a link', () => {
  it('shows who it is, why, what they did, what to send and by when', async () => {
    const { status, html } = await (await open()).get();
    expect(status).toBe(200);
    for (const shown of [
      '<h1>Jane Doe</h1>',
      'Head of Operations, Acme Stores GmbH',
      'href="tel:+493023456789"',
      'href="mailto:jane.doe@acme.example?subject=Zu%20Ihrem%20Interesse%3A%20stock%20levels"',
      'asked for a demo',
      'large company',
      'Demo requested: www.golden.example/demo',
      '3 March 2026, 10:54',
      'Content downloaded: Buyer’s guide',
      'href="https://example.com/roi"',
      'Tuesday 3 March 2026, 11:30 (Europe/Berlin)',
      'Calls: yes, Texts: not asked, Mail: yes',
      'Wrong territory',
      '50k',
    ]) {
      expect(html).toContain(shown);
    }
    expect(textOf(html)).toMatch(/Past owners\s+none/);
  });

  it('names past owners to the next one', async () => {
    const { story } = await open();
    await story.runtime.runThrough(START + 31 * MINUTE);
    const { html } = await visitor(story, story.links('ben')[0] ?? '').get();
    expect(textOf(html)).toMatch(/Past owners\s+Ana Ortiz/);
  });

  it('shows nobody else’s mail, phone or note', async () => {
    const { html } = await (await open()).get();
    expect(html).not.toMatch(/sales\.example|\+49170/);
  });

  it('changes nothing when it is looked at, however often and by GET or HEAD', async () => {
    const { story, ask, get } = await open();
    const before = story.facts.length;
    for (let times = 0; times < 3; times += 1) expect((await get()).status).toBe(200);
    const { status, html, headers } = await ask('HEAD');
    expect({ status, html }).toEqual({ status: 200, html: '' });
    expect(headers).toEqual((await get()).headers);
    expect(typesSince(story, before)).toEqual([]);
    expect(stageOf(story)).toBe('assigned');
  });

  it('runs nothing but one script, loads nothing, is not kept, framed, indexed or told of', async () => {
    const { get } = await open();
    const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');
    const [script, style] = [COPY_SCRIPT, PAGE_STYLE].map(hashOf);
    const { headers, html } = await get();
    expect(headers).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src 'sha256-${script}'; style-src 'sha256-${style}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    });
    expect(html).toContain(`<style>${PAGE_STYLE}</style>`);
    expect(html).toContain(`<script>${COPY_SCRIPT}</script>`);
    expect(withoutStyle(html)).not.toMatch(/<script|<link|<img|style=|\son\w+=/);
  });

  it('offers no call to whoever does not want one', async () => {
    const { html } = await (await open({ lead: { ...JANE, consent: { call: false, email: false } } })).get();
    expect(html).toContain('Do not call · Do not mail');
    expect(html).not.toMatch(/tel:|mailto:/);
  });

  it('escapes what a form was filled in with, and stays under 30 KB', async () => {
    const evil = `"><script>alert('x')</script>&\u202e`.repeat(30).slice(0, 1_000);
    const fields = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}${evil.slice(0, 60)}`, evil]));
    const { story, get } = await open({
      lead: {
        person: { email: 'eve@acme.example', firstName: evil, lastName: evil, title: evil, phone: evil },
        company: { name: evil, domain: 'acme.example', industry: evil, employees: 900 },
        location: { region: evil, postalCode: evil, timeZone: evil },
        source: evil,
        campaign: evil,
        interest: evil,
        language: evil,
        fields,
      },
    });
    for (let index = 0; index < 12; index += 1) {
      const url = `javascript:${evil}`.slice(0, 1_000);
      await story.tell('LeadActivityRecorded', { email: 'eve@acme.example', kind: 'page-viewed', title: evil, url });
    }
    const { status, html } = await get();
    expect(status).toBe(200);
    expect(html).toContain('&lt;script&gt;');
    expect(withoutStyle(html)).not.toMatch(/<script|\u202e|"javascript:/i);
    expect(Buffer.byteLength(html)).toBeLessThan(30_000);
  });

  it('is small for an ordinary lead', async () => {
    expect(Buffer.byteLength((await (await open()).get()).html)).toBeLessThan(15_000);
  });
});

describe('a link that opens nothing', () => {
  const expectNotice = ({ status, html }: Response, code: number, words: string) => {
    expect({ status, personal: personalIn(html) }).toEqual({ status: code, personal: undefined });
    expect(html).toContain(`<h1>${words}</h1>`);
  };

  it.each([
    ['of another capability', '/a/AAAAAAAAAAAAAAAAAAAAAA', 404, 'This link opens no lead'],
    ['that was cut off', '/a/AAAA', 404, 'This link opens no lead'],
    ['with what is no capability', '/a/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc', 404, 'This link opens no lead'],
    ['without one', '/a/', 404, 'There is no page here'],
    ['to somewhere else', '/favicon.ico', 404, 'There is no page here'],
  ])('says so for one %s', async (_, path, status, words) => {
    const { story } = await open();
    expectNotice(await visitor(story, path).get(), status, words);
  });

  it('is found by nothing but the whole capability', async () => {
    const { story, path } = await open();
    const last = path.at(-1) === 'A' ? 'B' : 'A';
    for (const other of [
      `${path.slice(0, -1)}${last}`,
      path.toUpperCase(),
      path.slice(0, -1),
      `${path}A`,
      `${path}/`,
    ]) {
      expect((await visitor(story, other).get()).status).toBe(404);
    }
  });

  it('takes no other method', async () => {
    const { ask } = await open();
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const response = await ask(method);
      expectNotice(response, 405, 'That is not possible here');
      expect(response.headers).toMatchObject({ allow: 'GET, HEAD, POST' });
    }
  });

  it('has expired after 30 days', async () => {
    const agreement = storyAgreement();
    const { accept } = agreement.sla;
    const { story, get } = await open({
      agreement: { ...agreement, sla: { ...agreement.sla, accept: { ...accept, steps: [] } } },
    });
    await story.runtime.runThrough(START + 30 * DAY);
    expectNotice(await get(), 410, 'This link has expired');
  });

  it('was closed by the CRM', async () => {
    const { story, get } = await open();
    await story.tell('LeadClosed', { email: JANE.person.email, outcome: 'lost' });
    expectNotice(await get(), 200, 'This lead has its outcome');
  });

  it('is of an earlier cycle of the lead', async () => {
    const { story, get } = await open();
    await story.tell('LeadClosed', { email: JANE.person.email, outcome: 'lost' });
    await story.runtime.runThrough(START + DAY);
    await story.tell('LeadActivityRecorded', { email: JANE.person.email, kind: 'demo-requested' });
    expect(story.facts.filter(({ type }) => type === 'LeadAssigned')).toHaveLength(2);
    expectNotice(await get(), 410, 'This lead is not yours any more');
  });
});

describe('a request that fails', () => {
  it('says so in plain words, and puts no link and nothing personal in a log', async () => {
    const logged: string[] = [];
    const log = (...what: readonly unknown[]) => void logged.push(what.map(String).join(' '));
    let down = false;
    const { path, get, post } = await open({
      replace: ({ store }) => ({
        observer: { info: log, warn: log, error: log, count: () => {}, measure: () => {} },
        store: {
          ...store,
          load: (keys) => (down ? Promise.reject(new Error('the table cannot be reached')) : store.load(keys)),
        },
      }),
    });
    expect((await get()).status).toBe(200);
    down = true;
    for (const response of [await get(), await post({ answer: 'accept' })]) {
      expect({ status: response.status, personal: personalIn(response.html) }).toEqual({
        status: 500,
        personal: undefined,
      });
      expect(response.html).toContain('Something went wrong on our side');
    }
    expect(logged).toHaveLength(2);
    expect(logged.join()).not.toContain(path.slice(3));
    expect(personalIn(logged.join())).toBeUndefined();
  });
});
