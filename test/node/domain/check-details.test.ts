import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { BookingField } from '../../../src/domain/booking-field.js';
import { checkAnswer, checkDetails, cleanDetails, isEmail, type Details } from '../../../src/domain/check-details.js';

const DETAILS: Details = { name: 'Jordan Reyes', email: 'jordan@northwind.co', notes: '', answers: {} };
const FIELDS: BookingField[] = [
  { name: 'goal', label: 'Your goal', type: 'text', required: true, maxLength: 20 },
  { name: 'team', label: 'Size of your team', type: 'number' },
  { name: 'phone', label: 'Phone', type: 'tel' },
  { name: 'level', label: 'Level', type: 'select', options: ['New', 'Senior'] },
  { name: 'terms', label: 'I agree', type: 'checkbox', required: true },
];

describe('what a visitor fills in', () => {
  it('is named by path where something is missing or wrong', () => {
    assert.deepEqual(checkDetails({ ...DETAILS, answers: { goal: 'Lead', terms: true } }, FIELDS), {});
    assert.deepEqual(
      checkDetails({ name: '  ', email: 'jordan@northwind', notes: 'x'.repeat(2001), answers: {} }, FIELDS),
      {
        'attendee.name': 'required',
        'attendee.email': 'invalid',
        'answers.goal': 'required',
        'answers.terms': 'required',
        'answers.notes': 'too_long',
      },
    );
    const answers = { goal: 'x'.repeat(21), team: 'nine', phone: 'call me', level: 'Boss', terms: false };
    assert.deepEqual(Object.values(checkDetails({ ...DETAILS, answers }, FIELDS)).sort(), [
      'invalid',
      'invalid',
      'invalid',
      'required',
      'too_long',
    ]);
  });

  it('takes the addresses and numbers that people have', () => {
    for (const email of [
      'a@b.co',
      'first.last+tag@sub.example.museum',
      "o'neil@example.ie",
      'jörg@exämple.de',
      '用户@例子.广告',
    ])
      assert.ok(isEmail(email), email);
    for (const email of [
      '',
      'a',
      '@b.co',
      'a@b',
      'a@b.',
      'a@.co',
      'a b@c.de',
      'a@b@c.de',
      'Ada <a@b.co>',
      'a@b.co, c@d.ef',
    ])
      assert.ok(!isEmail(email), email);
    for (const phone of ['+1 (212) 555-0100', '030 / 123456', '212.555.0100 ext. 5'])
      assert.equal(checkAnswer({ type: 'tel' }, phone), null, phone);
    for (const phone of ['1234', 'call me', '+', '555 and more'])
      assert.equal(checkAnswer({ type: 'tel' }, phone), 'invalid', phone);
    for (const number of ['0', '-3', '1.5', '1,5', '12,3456'])
      assert.equal(checkAnswer({ type: 'number' }, number), null, number);
    for (const number of ['1,000', 'nine', '1e3', '1.2.3', 'Infinity'])
      assert.equal(checkAnswer({ type: 'number' }, number), 'invalid', number);
  });

  it('is sent trimmed, with numbers as numbers and empty answers left out', () => {
    const typed = {
      name: ' Jordan ',
      email: ' j@n.co ',
      notes: ' Hi\n',
      answers: { goal: '  ', team: ' 1,5 ', terms: false },
    };
    assert.deepEqual(cleanDetails(typed, FIELDS), {
      name: 'Jordan',
      email: 'j@n.co',
      notes: 'Hi',
      answers: { team: 1.5, terms: false },
    });
  });

  it('is sent without the invisible signs that come with a copied address', () => {
    const typed = { ...DETAILS, name: '\u2068Jo Reyes\u2069', email: '\u202ajo@example.com\u202c \u200b' };
    assert.deepEqual(checkDetails(typed), checkDetails(DETAILS));
    const { name, email } = cleanDetails(typed);
    assert.deepEqual([name, email], ['Jo Reyes', 'jo@example.com']);
    assert.equal(checkDetails({ ...DETAILS, name: '\u200b' })['attendee.name'], 'required');
  });

  it('may ask the notes in other words, and of everyone', () => {
    const fields: BookingField[] = [
      { name: 'notes', label: 'What brings you here?', type: 'textarea', required: true },
    ];
    assert.deepEqual(checkDetails(DETAILS, fields), { 'answers.notes': 'required' });
    assert.deepEqual(checkDetails({ ...DETAILS, notes: 'A move' }, fields), {});
  });

  it('survives fields with the names of an object’s own workings', () => {
    const fields: BookingField[] = ['__proto__', 'constructor', 'toString'].map((name) => ({
      name,
      label: name,
      type: 'text',
    }));
    assert.deepEqual(checkDetails(DETAILS, fields), {});
    const answers = Object.fromEntries(fields.map(({ name }) => [name, 'x']));
    assert.deepEqual(Object.keys(cleanDetails({ ...DETAILS, answers }, fields).answers), Object.keys(answers));
  });

  it('is never lost by cleaning, nor refused again after it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, goal) => {
        const details = { ...DETAILS, name, answers: { goal, terms: true } };
        assert.deepEqual(checkDetails(cleanDetails(details, FIELDS), FIELDS), checkDetails(details, FIELDS));
      }),
    );
  });
});
