import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { BookingFlow } from '../../src/elements/booking-flow/booking-flow.js';
import type { VisitorEvent } from '../../src/flow/event.js';
import type { BookingFlowPage } from '../../src/kit/page-objects/index.js';
import { nextEvent, openFlow } from './flow-fixture.js';

type Page = BookingFlowPage & { readonly element: BookingFlow };

/** To the details of a coach who asks questions, as the page has set the flow up. */
async function details(change: Partial<BookingFlow>, scenario: 'default' | 'fields' = 'default'): Promise<Page> {
  const page = await openFlow({ scenario, duration: 60 });
  Object.assign(page.element, change);
  await page.chooseTime();
  await page.goOn();
  await page.shows('Your details');
  await page.field(/^Email/);
  return page;
}

const form = (page: Page) => page.element.renderRoot.querySelector('booking-form')?.shadowRoot;
const labels = (page: Page) =>
  [...(form(page)?.querySelectorAll('label') ?? [])].map((label) => label.querySelector('span')?.textContent.trim());
async function input(page: Page, name: string | RegExp): Promise<HTMLInputElement> {
  const field = await page.field(name);
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field as HTMLInputElement;
  throw new Error(`${field.localName} is no text field`);
}

describe('a flow that knows the visitor', () => {
  it('has name and email typed in, by attributes', async () => {
    const page = await openFlow({ duration: 60 });
    page.element.setAttribute('visitor-name', 'Jordan Reyes');
    page.element.setAttribute('visitor-email', 'jordan@example.com');
    await page.chooseTime();
    await page.goOn();
    expect((await input(page, /^Name/)).value).to.equal('Jordan Reyes');
    expect((await input(page, /^Email/)).value).to.equal('jordan@example.com');
  });

  it('what is known only later comes where nothing was typed; what was typed stays', async () => {
    const page = await details({});
    await page.fill({ name: 'Jo' });
    page.element.prefill = { name: 'Jordan Reyes', email: 'jordan@example.com', notes: 'From the app.' };
    await waitUntil(async () => (await input(page, /^Email/)).value === 'jordan@example.com', 'no email');
    expect((await input(page, /^Name/)).value).to.equal('Jo');
    expect((await input(page, /know/)).value).to.equal('From the app.');
  });

  it('shows it from the first drawing of the form, while what keeps the draft still loads; what is typed meanwhile stays', async () => {
    const page = await openFlow({ duration: 60 });
    // As the store does it, until the later half of the flow is there.
    const flow = Reflect.get(page.element, 'flow') as { send: (event: VisitorEvent) => void };
    const { send } = flow;
    const queue: VisitorEvent[] = [];
    flow.send = (event) => {
      if (event.type === 'edit-draft') queue.push(event);
      else send(event);
    };
    page.element.prefill = {
      name: 'Jordan Reyes',
      email: 'jordan@example.com',
      notes: 'Hello',
      readonly: ['email'],
      hidden: ['notes'],
    };
    await page.chooseTime();
    await page.goOn();
    await waitUntil(() => form(page)?.querySelector('label'), 'no form');
    // The very first drawing.
    expect(form(page)?.querySelector('input')?.value).to.equal('Jordan Reyes');
    expect((await input(page, /^Email/)).value).to.equal('jordan@example.com');
    expect((await input(page, /^Email/)).readOnly).to.equal(true);
    expect(labels(page)).to.deep.equal(['Name', 'Email']);
    await page.fill({ name: 'Jo' });
    page.element.prefill = {
      name: 'J. Reyes',
      email: 'j@example.com',
      notes: 'Bye',
      readonly: ['email'],
      hidden: ['notes'],
    };
    await page.element.updateComplete;
    flow.send = send;
    queue.forEach(send);
    await page.element.updateComplete;
    expect((await input(page, /^Name/)).value).to.equal('Jo');
    expect((await input(page, /^Email/)).value).to.equal('j@example.com');
    const submitted = nextEvent(page.element, 'booking-submit');
    await page.goOn();
    const { attendee, answers } = (await submitted).detail.request;
    expect([attendee.name, attendee.email, answers?.notes]).to.deep.equal(['Jo', 'j@example.com', 'Bye']);
  });

  it('shows what cannot be changed as such, and sends it', async () => {
    const page = await details({
      visitorName: 'Jordan Reyes',
      visitorEmail: 'jordan@example.com',
      readonlyFields: 'email',
    });
    const email = await input(page, /^Email/);
    expect(email.readOnly).to.equal(true);
    expect((await input(page, /^Name/)).readOnly).to.equal(false);
    expect(getComputedStyle(email).backgroundColor).to.not.equal(
      getComputedStyle(await input(page, /^Name/)).backgroundColor,
    );
    // The step fades in: half-way its contrast is half, too.
    await aTimeout(400);
    await expect(page.element).to.be.accessible();
    const submitted = nextEvent(page.element, 'booking-submit');
    await page.goOn();
    expect((await submitted).detail.request.attendee.email).to.equal('jordan@example.com');
  });

  it('takes one name of a field for a list, and what is no name for none', async () => {
    const page = await details({
      prefill: { name: 'Jo', email: 'jo@example.com', readonly: 'email', hidden: 5 } as never,
    });
    expect((await input(page, /^Email/)).readOnly).to.equal(true);
    expect((await input(page, /^Name/)).readOnly).to.equal(false);
  });

  it('what the page says once the session is booked is for the next one', async () => {
    const page = await details({ prefill: { name: 'Jo', email: 'jo@example.com' } });
    await page.goOn();
    await page.shows(/See you/);
    page.element.prefill = { name: 'Sam', email: 'sam@example.com' };
    await page.element.updateComplete;
    (await page.part('restart')).click();
    await page.chooseLength('60 min');
    await page.press('See times');
    await page.chooseTime();
    await page.goOn();
    expect((await input(page, /^Email/)).value).to.equal('sam@example.com');
  });

  it('leaves out what is hidden, and sends it: answers of all kinds, too', async () => {
    const answers = { role: 'Founder', team: '9', topic: 'A conversation', recording: true };
    const page = await details({}, 'fields');
    const asked = labels(page);
    const { fields } = page.element.renderRoot.querySelector('booking-form') ?? { fields: [] };
    const values = Object.fromEntries(
      fields.map(({ name, type, options }) => [
        name,
        type === 'checkbox'
          ? true
          : (options?.[0] ?? (type === 'tel' ? '+1 212 555 0100' : type === 'number' ? 9 : 'A')),
      ]),
    );
    page.element.prefill = {
      name: 'Jordan Reyes',
      email: 'jordan@example.com',
      answers: { ...answers, ...values },
      hidden: ['name', 'email', ...fields.map(({ name }) => name)],
    };
    await waitUntil(() => labels(page).length < asked.length, 'all is asked');
    expect(labels(page).join()).to.match(/know\?|^$/);
    const submitted = nextEvent(page.element, 'booking-submit');
    await page.goOn();
    const { request } = (await submitted).detail;
    expect(request.attendee.name).to.equal('Jordan Reyes');
    expect(request.answers).to.include(values);
  });

  it('shows answers of every kind as fixed', async () => {
    const page = await details({}, 'fields');
    const { fields } = page.element.renderRoot.querySelector('booking-form') ?? { fields: [] };
    const values = Object.fromEntries(
      fields.map(({ name, type, options }) => [
        name,
        type === 'checkbox'
          ? true
          : (options?.[0] ?? (type === 'tel' ? '+1 212 555 0100' : type === 'number' ? 9 : 'A')),
      ]),
    );
    page.element.prefill = { answers: values, readonly: fields.map(({ name }) => name) };
    await waitUntil(() => form(page)?.querySelector('.fixed'), 'nothing is fixed');
    expect(form(page)?.querySelector('select')).to.equal(null);
    const box = form(page)?.querySelector<HTMLInputElement>('[type=checkbox]');
    box?.click();
    expect(box?.checked).to.equal(true);
    // The step fades in: half-way its contrast is half, too.
    await aTimeout(400);
    await expect(page.element).to.be.accessible();
  });

  it('what would be refused shows, hidden or not, and can be put right', async () => {
    const page = await details({
      visitorName: 'Jordan Reyes',
      visitorEmail: 'jordan at northwind',
      readonlyFields: 'email',
      hiddenFields: 'name email',
    });
    const email = await input(page, /^Email/);
    expect(email.readOnly).to.equal(false);
    expect(labels(page)).to.not.include('Name');
    await page.goOn();
    await page.part('error');
    await page.fill({ email: 'jordan@northwind.co' });
    // While it is right again it stays: what a visitor types into must not go from under their hands.
    expect(labels(page)).to.include('Email');
    const submitted = nextEvent(page.element, 'booking-submit');
    await page.goOn();
    expect((await submitted).detail.request.attendee.email).to.equal('jordan@northwind.co');
  });
});
