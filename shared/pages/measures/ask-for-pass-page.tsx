import { Layout } from '../layout.tsx';
import { type Page, policyWith } from '../page-response.ts';
import { MEASURE_STYLE } from './measure-style.ts';

const HEADERS = { 'content-security-policy': policyWith(MEASURE_STYLE) };

/** Where somebody of the agreement asks for a link to the figures. `action` is this page's own path. */
export const askForPassPage = (action: string, why: 'first' | 'over' | 'no-address'): Page => ({
  status: why === 'first' ? 200 : why === 'over' ? 404 : 400,
  headers: HEADERS,
  html: (
    <Layout language="en" title="Measures" style={MEASURE_STYLE}>
      <main id="main">
        <h1>The figures of both teams</h1>
        {why === 'over' ? (
          <p class="late" role="alert">
            <b>This link is over, or never was one. Ask for a new one.</b>
          </p>
        ) : null}
        {why === 'no-address' ? (
          <p class="late" role="alert">
            <b>Give your e-mail address.</b>
          </p>
        ) : null}
        <p>
          A link is sent to addresses that the agreement names. It works for eight hours. Marketing and managers see all
          leads, reps see their own.
        </p>
        <form method="post" action={action} class="pick few">
          <label>
            Your e-mail address
            <input type="email" name="email" autocomplete="email" required />
          </label>
          <label>
            First day (else a quarter ago)
            <input type="date" name="from" />
          </label>
          <label>
            Last day (else today)
            <input type="date" name="to" />
          </label>
          <button type="submit" class="main">
            Send me a link
          </button>
        </form>
      </main>
    </Layout>
  ),
});

/** The same whoever asked: it tells nobody whose addresses there are. */
export const askedForPassPage = (): Page => ({
  status: 200,
  headers: HEADERS,
  html: (
    <Layout language="en" title="Measures" style={MEASURE_STYLE}>
      <main id="main">
        <section class="notice">
          <h1>Look into your mailbox</h1>
          <p>
            If the agreement names this address, a link is on its way. At most three are sent in an hour. Where none
            comes, the address may not have confirmed that it takes e-mail from Golden Hour.
          </p>
        </section>
      </main>
    </Layout>
  ),
});
