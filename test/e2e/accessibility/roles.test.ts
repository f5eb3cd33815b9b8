import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { AxTree, spoken, walk, type AxNode } from './ax-tree.js';
import { stage } from './surroundings.js';

/** What each step and part is for somebody who cannot see it: roles, names, states, as Chromium tells them. */

const names = (nodes: readonly AxNode[]) => nodes.map(({ name }) => name);
const all = (nodes: readonly AxNode[], state: string, value: unknown) =>
  nodes.every(({ states }) => states[state] === value);

describe('the flow, as it is told', () => {
  const { show } = stage();
  const told = (story: string, look: (tree: AxTree, page: Page) => Promise<void>) =>
    show(story, {}, async (page) => look(await AxTree.of(page), page));

  test('is one region, named after the coach, with a heading for each part', () =>
    told('booking-flow--day-and-time', async (tree) => {
      const region = await tree.one('region', 'Book a session with Ada Moreau');
      const headings = await tree.all('heading', undefined, region);
      assert.deepEqual(
        headings.map(({ name, states }) => [states.level, name]),
        [
          [2, 'Pick a day and time'],
          [3, 'Nov – Dec 2026'],
          [3, 'Mon, Nov 23'],
          [4, 'Morning'],
        ],
      );
    }));

  test('lengths are one group of radio buttons with price, description and next free time', () =>
    told('booking-flow--length', async (tree) => {
      const group = await tree.one('radiogroup', 'Session length');
      assert.deepEqual(
        (await tree.all('radio', undefined, group)).map(({ name, description, states }) => [
          name,
          states.checked,
          /^.+ Next free Mon, Nov 23, \d+:\d\d AM$/.test(description),
        ]),
        [
          ['30 min $50', 'false', true],
          ['60 min $90', 'true', true],
          ['90 min $120', 'false', true],
        ],
      );
    }));

  test('days are a grid of weeks under weekdays; each says its date and how many times are free, one is selected', () =>
    told('booking-flow--day-and-time', async (tree) => {
      const grid = await tree.one('grid', 'Nov – Dec 2026');
      assert.deepEqual(names(await tree.all('columnheader', undefined, grid)), [
        'Sunday',
        'Monday',
        'Tuesday',
        'Wednesday',
        'Thursday',
        'Friday',
        'Saturday',
      ]);
      assert.equal((await tree.all('row', undefined, grid)).length, 7);
      const days = await tree.all('gridcell', undefined, grid);
      assert.equal(days.length, 42);
      for (const { name } of days)
        assert.match(name, /^(Today, )?\w+day, \w+ \d+, 20\d\d, (no free times|\d+ times? available)$/);
      assert.deepEqual(names(days.filter(({ states }) => states.selected === true)), [
        'Monday, November 23, 2026, 3 times available',
      ]);
      // Those without times can be reached and read, not chosen.
      const none = days.filter(({ name }) => name.endsWith('no free times'));
      assert.ok(none.length > 0);
      assert.ok(all(none, 'disabled', true));
      assert.ok(days.filter((day) => !none.includes(day)).every(({ states }) => states.disabled !== true));
    }));

  test('times are one group of radio buttons by part of day; each says clock, city, day, length, price and the coach’s clock', () =>
    told('booking-flow--time-chosen', async (tree) => {
      const group = await tree.one('radiogroup', 'Mon, Nov 23');
      assert.deepEqual(names(await tree.all('group', undefined, group)), ['Morning']);
      assert.deepEqual((await tree.all('radio', undefined, group)).map(spoken), [
        'radio “6:00 AM in New York, Monday, November 23, 2026, 60 min, $90, 12:00 for Ada”, checked',
        'radio “10:30 AM in New York, Monday, November 23, 2026, 60 min, $90, 16:30 for Ada”',
        'radio “11:00 AM in New York, Monday, November 23, 2026, 60 min, $90, 17:00 for Ada”',
      ]);
    }));

  test('what is loading says so, and is never told as free or full', () =>
    told('booking-flow--loading-times', async (tree) => {
      const grid = await tree.one('grid', 'Nov – Dec 2026');
      assert.equal(grid.states.busy, 1);
      const days = names(await tree.all('gridcell', undefined, grid));
      for (const name of days) assert.doesNotMatch(name, /available|no free times$/);
      assert.equal((await tree.all('radio', /in New York/)).length, 0);
      assert.ok(
        [...walk(await tree.root())].some(({ role, name }) => role === 'StaticText' && name === 'Loading times'),
      );
    }));

  test('the form has a name, and each field its label, whether it is needed, and its error', () =>
    told('booking-flow--details-refused', async (tree) => {
      const form = await tree.one('form', 'Your details');
      assert.deepEqual((await tree.all('textbox', undefined, form)).map(spoken), [
        'textbox “Name”, “Jordan Reyes”, required',
        'textbox “Email”, “jordan@northwind”, required, invalid, (Add the ending, like .com or .co.)',
        'textbox “What should Ada know? Optional”',
      ]);
      assert.match((await tree.focused())?.name ?? '', /^Email$/);
    }));

  test('questions of the coach are told as what they are', () =>
    told('booking-flow--coach-asks-questions', async (tree) => {
      const form = await tree.one('form', 'Your details');
      const roles = new Set([...walk(form)].map(({ role }) => role));
      for (const role of ['textbox', 'combobox', 'checkbox']) assert.ok(roles.has(role), `no ${role}`);
    }));

  test('what is on its way can be read and not changed', () =>
    told('booking-flow--sending', async (tree) => {
      const form = await tree.one('form', 'Your details');
      const fields = await tree.all('textbox', undefined, form);
      assert.equal(fields.length, 3);
      assert.ok(fields.every(({ states }) => states.settable !== true));
      assert.equal((await tree.one('button', 'Booking…')).states.disabled, true);
      // The focus has not fallen to the page.
      assert.ok(await tree.focused());
    }));

  test('a lost race is told by the heading, which has the focus, and by times to take instead', () =>
    told('booking-flow--taken', async (tree) => {
      assert.equal((await tree.focused())?.name, '6:00 AM was just taken');
      const list = await tree.one('list', 'Nearest free times');
      const offers = names(await tree.all('button', undefined, list));
      assert.equal(offers.length, 3);
      for (const offer of offers) assert.match(offer, /Nov 2\d .*\d [AP]M .*in Berlin$/);
    }));

  test('the last minute of a hold is a timer and a button; the form stays as it was', () =>
    told('booking-flow--hold-ends-soon', async (tree) => {
      assert.equal((await tree.all('timer')).length, 1);
      await tree.one('button', 'Keep it longer');
      assert.equal((await tree.one('textbox', 'Name')).value, 'Jordan Reyes');
    }));

  test('booked is told by the heading, with both clocks, and ways to note it', () =>
    told('booking-flow--booked', async (tree) => {
      assert.equal((await tree.focused())?.name, 'See you on Monday, Jordan');
      const terms = names(await tree.all('term'));
      assert.ok(terms.includes('your time, New York') && terms.includes('Ada’s time, Berlin'));
      assert.deepEqual(names(await tree.all('link')), ['Google (opens in a new tab)', 'Outlook (opens in a new tab)']);
    }));

  test('the list of zones is a combobox over a list, with the present zone chosen', () =>
    told('booking-time-zone-select--default', async (tree, page) => {
      const button = await tree.one('button', /^Time zone: New York/);
      assert.deepEqual([button.states.hasPopup, button.states.expanded], ['dialog', false]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForSelector('booking-time-zone-select >>> [role="option"]', { visible: true });
      const field = await tree.focused();
      assert.equal(field?.role, 'combobox');
      assert.equal(field.states.expanded, true);
      assert.ok(field.name);
      const list = await tree.one('listbox');
      assert.ok(list.name);
      const chosen = (await tree.all('option', undefined, list)).filter(({ states }) => states.selected === true);
      assert.equal(chosen.length, 1);
      assert.match(chosen[0]?.name ?? '', /New York/);
    }));

  test('a week is days with their names, and one group of times', () =>
    told('booking-flow--week', async (tree) => {
      const group = await tree.one('radiogroup');
      const times = await tree.all('radio', undefined, group);
      assert.ok(times.length > 5);
      for (const { name } of times)
        assert.match(name, /^\d+:\d\d [AP]M in New York, \w+day, November 2\d, 2026, 60 min, \$90, /);
      const days = names(await tree.all('heading')).filter((name) => /^\w+day/.test(name));
      assert.ok(days.length >= 5, days.join());
    }));

  test('what the page knows is told as text that cannot be changed, and what is not asked is not told', () =>
    told('booking-flow--details-known', async (tree) => {
      const form = await tree.one('form', 'Your details');
      const fields = await tree.all('textbox', undefined, form);
      assert.deepEqual(
        fields.map(({ name, states }) => [name, Boolean(states.readonly)]),
        [
          ['Email', true],
          ['What should Ada know? Optional', false],
        ],
      );
    }));

  test('the floating button says what it does, and that a dialog opens; before that there is none', () =>
    told('booking-flow-in-a-popup--floating-button-own-words', async (tree) => {
      const button = await tree.one('button', 'Talk to Ada about your team');
      assert.equal(button.states.hasPopup, 'dialog');
      assert.equal((await tree.all('dialog')).length, 0);
    }));

  test('a popup is a modal dialog with a name; its end is a button', () =>
    told('booking-flow-in-a-popup--open', async (tree) => {
      const dialog = await tree.one('dialog', /^Book .*Ada/);
      assert.equal(dialog.states.modal, true);
      await tree.one('button', 'Close', dialog);
      await tree.one('radiogroup', 'Session length', dialog);
    }));

  test('the profile opens the flow in a modal dialog with a name; nothing behind it is told', () =>
    told('coach-profile--dialog-open', async (tree) => {
      const dialog = await tree.one('dialog', /^Book .*Ada/);
      assert.equal(dialog.states.modal, true);
      await tree.one('button', 'Close', dialog);
      assert.equal((await tree.all('heading', 'Ada Moreau')).length, 0);
    }));
});
