import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { BookingField, FieldErrors } from '../src/domain/booking-field.js';
import type { Draft } from '../src/flow/state.js';
import { dark, medium, narrow, rtl } from './setting.js';

interface Args {
  fields: readonly BookingField[];
  value: Draft;
  errors: FieldErrors;
  coachName: string;
  disabled: boolean;
  locale?: string;
  readonlyFields?: string;
  hiddenFields?: string;
}

const EMPTY: Draft = { name: '', email: '', notes: '', answers: {} };
const FILLED: Draft = {
  name: 'Jordan Reyes',
  email: 'jordan@northwind.co',
  notes: 'I took over a team of nine in September. I’d like to prepare a reset conversation with my two leads.',
  answers: { goal: 'A calmer Monday', team: 9, before: 'Once', terms: true },
};
const FIELDS: readonly BookingField[] = [
  { name: 'goal', label: 'What should change?', type: 'textarea', required: true, maxLength: 300 },
  { name: 'role', label: 'Your role', type: 'text' },
  { name: 'phone', label: 'Phone', type: 'tel', hint: 'Only if the video call fails.' },
  { name: 'invoice', label: 'Email for the invoice', type: 'email' },
  { name: 'team', label: 'Size of your team', type: 'number' },
  { name: 'before', label: 'Have we met before?', type: 'select', options: ['No', 'Once', 'Often'] },
  { name: 'terms', label: 'I agree to the terms', type: 'checkbox', required: true },
];
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänspatent ';

const meta: Meta<Args> = {
  title: 'booking-form',
  component: 'booking-form',
  args: { fields: [], value: EMPTY, errors: {}, coachName: 'Ada', disabled: false },
  render: ({ fields, value, errors, coachName, disabled, locale, readonlyFields, hiddenFields }) =>
    html`<booking-form
      .fields=${fields}
      .value=${value}
      .errors=${errors}
      coach-name=${coachName}
      locale=${ifDefined(locale)}
      readonly-fields=${ifDefined(readonlyFields)}
      hidden-fields=${ifDefined(hiddenFields)}
      ?disabled=${disabled}
    ></booking-form>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Default: Story = {};
export const Filled: Story = { args: { value: FILLED } };
export const ReadOnly: Story = {
  args: { fields: FIELDS, value: FILLED, readonlyFields: 'name email goal team before terms' },
};
export const NameAndEmailHidden: Story = { args: { fields: FIELDS, value: FILLED, hiddenFields: 'name email' } };
export const EveryKindOfField: Story = { args: { fields: FIELDS, value: FILLED } };
export const RefusedByTheServer: Story = {
  args: { fields: FIELDS, value: FILLED, errors: { 'attendee.email': 'invalid', 'answers.team': 'too_large' } },
};
export const RefusedOnSubmit: Story = {
  args: { fields: FIELDS },
  play: ({ canvasElement }) => {
    canvasElement.querySelector('booking-form')?.submit();
  },
};
export const Disabled: Story = { args: { value: FILLED, disabled: true } };
export const LongText: Story = {
  args: {
    fields: FIELDS.map((field) => ({ ...field, label: `${field.label} ${LONG.repeat(3)}`, hint: LONG.repeat(4) })),
  },
};
export const Medium: Story = { args: { fields: FIELDS }, decorators: [medium] };
export const Narrow: Story = { args: { fields: FIELDS }, decorators: [narrow] };
export const Dark: Story = { args: { value: FILLED }, decorators: [dark] };
export const RightToLeft: Story = { args: { fields: FIELDS, locale: 'ar' }, decorators: [rtl] };
