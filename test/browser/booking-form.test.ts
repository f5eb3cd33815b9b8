import { expect, fixture, html } from '@open-wc/testing';
import type { BookingField } from '../../src/domain/booking-field.js';
import { BookingForm } from '../../src/elements/booking-form/booking-form.js';
import type { Draft } from '../../src/flow/state.js';
import { press, type } from './engine.js';

if (!customElements.get(BookingForm.tag)) customElements.define(BookingForm.tag, BookingForm);

const DRAFT: Draft = { name: 'Jordan Reyes', email: 'jordan@northwind.co', notes: '', answers: {} };
const FIELDS: BookingField[] = [
  { name: 'goal', label: 'Your goal', type: 'text', required: true, maxLength: 20, hint: 'In one line.' },
  { name: 'story', label: 'Your story', type: 'textarea' },
  { name: 'billing', label: 'Billing email', type: 'email' },
  { name: 'phone', label: 'Phone', type: 'tel' },
  { name: 'team', label: 'Team', type: 'number' },
  { name: 'role', label: 'Role', type: 'select', options: ['Founder', 'Manager'], required: true },
  { name: 'terms', label: 'I agree', type: 'checkbox', required: true },
  { name: 'mood', label: 'Mood', type: 'slider' },
];

interface Seen {
  readonly form: BookingForm;
  readonly typed: Draft[];
  readonly sent: Draft[];
}

async function make(properties: Partial<BookingForm> = {}, width = 700): Promise<Seen> {
  const [typed, sent]: Draft[][] = [[], []];
  const box = await fixture<HTMLElement>(
    html`<div>
      <booking-form
        coach-name="Ada Moreau"
        locale="en"
        .fields=${properties.fields ?? []}
        .value=${properties.value ?? { name: '', email: '', notes: '', answers: {} }}
        .errors=${properties.errors ?? {}}
        .disabled=${properties.disabled ?? false}
        .submitLabel=${properties.submitLabel ?? ''}
        @booking-form-input=${(event: HTMLElementEventMap['booking-form-input']) => typed?.push(event.detail.draft)}
        @booking-form-submit=${(event: HTMLElementEventMap['booking-form-submit']) => sent?.push(event.detail.draft)}
      ></booking-form>
    </div>`,
  );
  box.style.width = `${width}px`;
  const form = box.querySelector('booking-form');
  if (!form || !typed || !sent) throw new Error('no form');
  await form.updateComplete;
  return { form, typed, sent };
}

/** The control that a label names, as a visitor finds it. */
function control(form: BookingForm, label: string): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  const found = [...form.renderRoot.querySelectorAll('label')].find((item) => item.textContent.includes(label));
  const target = found?.control;
  if (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return target;
  throw new Error(`no field ${label}`);
}

async function fill(form: BookingForm, label: string, value: string): Promise<void> {
  const target = control(form, label);
  target.value = value;
  target.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await form.updateComplete;
}

function errorOf(form: BookingForm, label: string): string {
  const target = control(form, label);
  const ids = target.getAttribute('aria-describedby')?.split(' ') ?? [];
  const id = target.getAttribute('aria-errormessage');
  if (!id) return '';
  expect(target.getAttribute('aria-invalid')).to.equal('true');
  expect(ids, 'read with the field').to.include(id);
  return form.renderRoot.querySelector(`#${id}`)?.textContent.trim() ?? 'missing';
}

const summary = (form: BookingForm) => form.renderRoot.querySelector<HTMLElement>('[part="summary"]');
const focused = (form: BookingForm) => form.shadowRoot?.activeElement ?? null;
const settle = (form: BookingForm) => form.focusErrors();

describe('booking-form', () => {
  describe('what it asks', () => {
    it('asks name and email for the browser to fill in, and notes that may be left out', async () => {
      const { form } = await make();
      expect(control(form, 'Name').autocomplete).to.equal('name');
      expect(control(form, 'Email').autocomplete).to.equal('email');
      expect(control(form, 'Email').type).to.equal('email');
      expect(control(form, 'Name').getAttribute('aria-required')).to.equal('true');
      const label = control(form, 'What should Ada know?').labels?.item(0);
      expect(label?.textContent).to.contain('Optional');
    });

    it('has a control of its own for every type, and text for a type that it does not know', async () => {
      const { form } = await make({ fields: FIELDS });
      const kinds = FIELDS.map(({ label }) => control(form, label)).map((item) => `${item.localName} ${item.type}`);
      expect(kinds).to.deep.equal([
        'input text',
        'textarea textarea',
        'input email',
        'input tel',
        'input text',
        'select select-one',
        'input checkbox',
        'input text',
      ]);
      expect(control(form, 'Phone').autocomplete).to.equal('tel');
      expect(control(form, 'Team').getAttribute('inputmode')).to.equal('decimal');
      const role = control(form, 'Role');
      expect(role instanceof HTMLSelectElement && [...role.options].map(({ text }) => text)).to.deep.equal([
        'Choose',
        'Founder',
        'Manager',
      ]);
      const hint = control(form, 'Your goal').getAttribute('aria-describedby') ?? '';
      expect(form.renderRoot.querySelector(`#${hint}`)?.textContent).to.equal('In one line.');
    });

    it('lets the coach ask the notes in other words', async () => {
      const { form } = await make({ fields: [{ name: 'notes', label: 'What brings you here?', type: 'textarea' }] });
      await fill(form, 'What brings you here?', 'A move');
      expect(form.value.notes).to.equal('A move');
      expect(form.renderRoot.querySelectorAll('textarea').length).to.equal(1);
    });

    it('shows hostile text as text', async () => {
      const evil = '<img src=x onerror=alert(1)>"\'`${1}</textarea><script>';
      const { form } = await make({
        fields: [
          { name: '__proto__', label: evil, type: 'text', hint: evil },
          { name: 'constructor', label: 'Choice', type: 'select', options: [evil] },
        ],
        value: { name: evil, email: evil, notes: evil, answers: {} },
      });
      expect(form.renderRoot.querySelector('img, script')).to.equal(null);
      expect(control(form, 'Name').value).to.equal(evil);
      expect(control(form, 'What should').value).to.equal(evil);
      await fill(form, '<img', 'typed');
      expect(Object.entries(form.value.answers)).to.deep.equal([['__proto__', 'typed']]);
    });
  });

  describe('what is typed', () => {
    it('is told with every key, and never when a property is set', async () => {
      const { form, typed } = await make();
      control(form, 'Name').focus();
      await type('Jo');
      expect(typed.map(({ name }) => name)).to.deep.equal(['J', 'Jo']);
      form.value = DRAFT;
      form.fields = FIELDS;
      await form.updateComplete;
      expect(typed.length).to.equal(2);
      expect(control(form, 'Name').value).to.equal('Jordan Reyes');
    });

    it('that a browser fills in counts, though it tells only that the field changed; and each is told once', async () => {
      const { form, typed } = await make();
      const name = form.renderRoot.querySelector<HTMLInputElement>('[autocomplete="name"]');
      if (!name) throw new Error('no name');
      name.value = 'Jordan Reyes';
      name.dispatchEvent(new Event('change', { bubbles: true }));
      expect(typed.map((draft) => draft.name)).to.deep.equal(['Jordan Reyes']);
      name.focus();
      await type('!');
      name.blur();
      expect(typed).to.have.length(2);
    });

    it('stays when the fields come late or change, with the focus where it was', async () => {
      const { form } = await make();
      await fill(form, 'Name', 'Jordan');
      const notes = control(form, 'What should');
      notes.focus();
      await type('Hi');
      form.fields = FIELDS;
      await form.updateComplete;
      expect(focused(form)).to.equal(notes);
      await type(' Ada');
      await fill(form, 'Your goal', 'Lead');
      form.fields = [];
      await form.updateComplete;
      form.fields = FIELDS.slice().reverse();
      await form.updateComplete;
      expect(form.value).to.deep.equal({ name: 'Jordan', email: '', notes: 'Hi Ada', answers: { goal: 'Lead' } });
      expect(control(form, 'Your goal').value).to.equal('Lead');
    });

    it('keeps a choice that is no longer offered until another one is made', async () => {
      const { form, sent } = await make({
        fields: FIELDS.filter(({ name }) => name === 'role'),
        value: { ...DRAFT, answers: { role: 'Boss' } },
      });
      expect(control(form, 'Role').value).to.equal('');
      expect(form.value.answers).to.deep.equal({ role: 'Boss' });
      expect(form.submit()).to.equal(false);
      await settle(form);
      expect(errorOf(form, 'Role')).to.equal('Choose one.');
      await fill(form, 'Role', 'Manager');
      expect(errorOf(form, 'Role')).to.equal('');
      form.submit();
      expect(sent[0]?.answers).to.deep.equal({ role: 'Manager' });
    });

    it('is sent trimmed, with numbers as numbers', async () => {
      const { form, sent } = await make({
        fields: FIELDS,
        value: { ...DRAFT, name: '  Jordan ', answers: { goal: 'Lead', role: 'Founder', team: ' 9 ', story: ' ' } },
      });
      const terms = control(form, 'I agree');
      terms.click();
      await form.updateComplete;
      expect(form.submit()).to.equal(true);
      expect(sent).to.deep.equal([
        { ...DRAFT, name: 'Jordan', answers: { goal: 'Lead', role: 'Founder', team: 9, terms: true } },
      ]);
      expect(form.value.name, 'what is shown stays as typed').to.equal('  Jordan ');
    });
  });

  describe('keyboard', () => {
    it('sends with Enter in a line, not in the notes', async () => {
      const { form, sent } = await make({ value: DRAFT });
      control(form, 'What should').focus();
      await press('Enter');
      expect(sent.length).to.equal(0);
      control(form, 'Email').focus();
      await press('Enter');
      expect(sent.length).to.equal(1);
    });

    it('goes through the fields in their order', async () => {
      const { form } = await make({ fields: FIELDS.slice(0, 1) });
      form.focus();
      const order = [focused(form)?.id];
      for (let i = 0; i < 3; i++) {
        await press('Tab');
        order.push(focused(form)?.id);
      }
      expect(order).to.deep.equal(['name', 'email', 'answer-0', 'notes']);
    });
  });

  describe('errors', () => {
    it('says how to put one field right, and goes there', async () => {
      const { form, sent } = await make({ value: { ...DRAFT, email: 'jordan@northwind' } });
      expect(form.submit()).to.equal(false);
      await settle(form);
      expect(errorOf(form, 'Email')).to.equal('Add the ending, like .com or .co.');
      expect(focused(form)).to.equal(control(form, 'Email'));
      expect(summary(form), 'one error needs no list').to.equal(null);
      await type('.co');
      expect(errorOf(form, 'Email'), 'gone with the key that puts it right').to.equal('');
      await press('Enter');
      expect(sent.length).to.equal(1);
    });

    it('lists several at the top, with links that go to the fields', async () => {
      const { form } = await make({ fields: FIELDS });
      form.submit();
      await settle(form);
      const list = summary(form);
      expect(focused(form)).to.equal(list);
      expect(list?.textContent).to.contain('5 answers need another look');
      const links = [...(list?.querySelectorAll('a') ?? [])];
      expect(links.map((link) => link.textContent.trim())).to.deep.equal([
        'Name',
        'Email',
        'Your goal',
        'Role',
        'I agree',
      ]);
      const { hash } = location;
      links[3]?.click();
      expect(focused(form)).to.equal(control(form, 'Role'));
      expect(location.hash, 'the page’s address stays').to.equal(hash);
      await fill(form, 'Name', 'Jordan');
      expect(summary(form)?.textContent).to.contain('4 answers need another look');
    });

    it('has a sentence for every kind of mistake', async () => {
      const { form } = await make({
        fields: FIELDS,
        value: {
          name: 'x'.repeat(201),
          email: 'jordan',
          notes: '',
          answers: { goal: 'x'.repeat(21), billing: 'a b@c.de', phone: 'call me', team: 'nine', role: 'Founder' },
        },
      });
      form.submit();
      await settle(form);
      expect(errorOf(form, 'Name')).to.equal('Shorten this to 200 characters, it has 201 now.');
      expect(errorOf(form, 'Email')).to.equal('Add the part from @ on, like @example.com.');
      expect(errorOf(form, 'Your goal')).to.equal('Shorten this to 20 characters, it has 21 now.');
      expect(errorOf(form, 'Billing')).to.contain('name@example.com');
      expect(errorOf(form, 'Phone')).to.contain('+1 212');
      expect(errorOf(form, 'Team')).to.contain('12 or 1.5');
      expect(errorOf(form, 'I agree')).to.equal('Tick this box to go on.');
      expect(errorOf(form, 'Role')).to.equal('');
    });

    it('waits until the visitor goes on to another field, and never scolds an empty one', async () => {
      const { form } = await make();
      control(form, 'Email').focus();
      await type('jordan@');
      expect(errorOf(form, 'Email')).to.equal('');
      await press('Tab');
      await form.updateComplete;
      expect(errorOf(form, 'Email')).to.contain('name@example.com');
      expect(form.renderRoot.querySelector('[role="status"]')?.textContent).to.contain('Email: ');
      expect(errorOf(form, 'Name')).to.equal('');
    });

    it('of the server stand at their fields until those change, and do not come back by themselves', async () => {
      const { form } = await make({ value: DRAFT, fields: FIELDS.slice(0, 1) });
      const refused = { 'attendee.email': 'invalid', 'answers.goal': 'too_short' } as const;
      form.errors = refused;
      await form.updateComplete;
      expect(errorOf(form, 'Email')).to.contain('name@example.com');
      expect(errorOf(form, 'Your goal')).to.equal('Write a little more.');
      await settle(form);
      expect(focused(form)).to.equal(summary(form));
      await fill(form, 'Your goal', 'Lead');
      form.errors = { ...refused };
      await form.updateComplete;
      expect(errorOf(form, 'Your goal')).to.equal('');
      form.errors = {};
      await form.updateComplete;
      expect(errorOf(form, 'Email')).to.equal('');
    });
  });

  it('can’t be changed or sent while the details are on their way, and keeps the focus', async () => {
    const { form, typed, sent } = await make({ value: DRAFT, fields: FIELDS });
    control(form, 'Name').focus();
    form.disabled = true;
    await form.updateComplete;
    await type('x');
    await press('Enter');
    expect(form.submit()).to.equal(false);
    expect([typed.length, sent.length]).to.deep.equal([0, 0]);
    expect(focused(form)).to.equal(control(form, 'Name'));
  });

  it('has a button of its own where it stands alone', async () => {
    const { form, sent } = await make({ value: DRAFT, submitLabel: 'Send' });
    const button = form.renderRoot.querySelector<HTMLButtonElement>('[part="submit"]');
    expect(button?.textContent.trim()).to.equal('Send');
    button?.click();
    expect(sent.length).to.equal(1);
  });

  it('puts name and email in a row where there is room, by its own width', async () => {
    const top = (form: BookingForm, label: string) => control(form, label).getBoundingClientRect().top;
    const { form: wide } = await make({}, 540);
    expect(top(wide, 'Email')).to.equal(top(wide, 'Name'));
    const { form: narrow } = await make({ fields: FIELDS }, 320);
    expect(top(narrow, 'Email')).to.be.greaterThan(top(narrow, 'Name'));
    expect(narrow.scrollWidth).to.be.at.most(320);
  });

  it('is accessible in every state', async () => {
    await expect((await make({ value: DRAFT })).form).to.be.accessible();
    const { form } = await make({ fields: FIELDS, submitLabel: 'Send' });
    form.submit();
    await settle(form);
    await expect(form).to.be.accessible();
    form.disabled = true;
    await form.updateComplete;
    await expect(form).to.be.accessible();
  });
});
