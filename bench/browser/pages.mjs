// Who is measured. Each page embeds one widget as its own documentation says, and tells when its times are there.
//
// `ready` and the selectors are read inside the page; `a >> b` looks for b in the shadow root of a. A page is ready when each
// selector of `ready` matches at least so many elements and the first of them is visible.
import { ZONE } from './slots.mjs';

const page = (head, body) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bench</title><meta name="viewport" content="width=device-width">
<style>body{margin:8px;font-family:sans-serif}</style>${head}</head><body>${body}</body></html>`;

const flow = (api) => ({
  label: 'coach-booking',
  kind: 'flow',
  ours: true,
  html: page(
    '<script type="module" src="/ours/coach-booking.js"></script>',
    `<booking-flow coach-id="ada" api-url="/api/${api}" duration="60"></booking-flow>`,
  ),
  ready: { 'booking-flow >> booking-calendar >> .day': 28, 'booking-flow >> booking-slot-list >> input': 8 },
  next: 'booking-flow >> booking-calendar >> [part~=next]',
  heading: 'booking-flow >> booking-calendar >> [part~=title]',
  free: 'booking-flow >> booking-calendar >> .day.free',
  previous: 'booking-flow >> booking-calendar >> [part~=previous]',
  unchosen: 'booking-flow >> booking-calendar >> .day.free[aria-selected=false]',
  times: 'booking-flow >> booking-slot-list >> [part~=title]',
});

/** Name → page. `kind`: `flow` for a full booking flow, `picker` for a bare date picker. */
export const pages = {
  blank: { label: 'blank page', kind: 'blank', html: page('', '<p>Nothing.</p>'), ready: { p: 1 } },
  ours: flow('usual'),
  'ours-classic': {
    ...flow('usual'),
    label: 'coach-booking, classic script',
    optional: true,
    html: flow('usual').html.replace('type="module" src="/ours/coach-booking.js"', 'src="/ours/coach-booking.iife.js"'),
  },
  'ours-many': { ...flow('many'), label: 'coach-booking, 5,040 times a month', optional: true },
  nylas: {
    label: '@nylas/web-elements 2.5.18',
    kind: 'flow',
    html: page(
      `<script type="module">
import { defineCustomElement } from '/peer/@nylas/web-elements/dist/cdn/nylas-scheduling/nylas-scheduling.es.js';
const element = document.querySelector('nylas-scheduling');
element.setAttribute('scheduler-api-url', location.origin);
defineCustomElement();
</script>`,
      '<nylas-scheduling configuration-id="c1"></nylas-scheduling>',
    ),
    ready: {
      'nylas-scheduling >> nylas-date-picker >> button[part*=ndp__date]': 28,
      'nylas-scheduling >> nylas-timeslot-picker >> button[part*=ntp__timeslot]': 8,
    },
    next: 'nylas-scheduling >> nylas-date-picker >> button.chevron-right',
    heading: 'nylas-scheduling >> nylas-date-picker >> [part*=month-header]',
    free: 'nylas-scheduling >> nylas-date-picker >> button[part*=ndp__date]:not([disabled])',
  },
  cronofy: {
    label: 'cronofy-elements 1.67.7 (its own demo data)',
    kind: 'flow',
    html: page(
      '',
      `<div id="target"></div><script src="/peer/cronofy-elements/dist/CronofyElements.js"></script>
<script>CronofyElements.DateTimePicker({ target_id: 'target', demo: true, availability_query: {}, tzid: '${ZONE}', styles: { prefix: 'bench' } });</script>`,
    ),
    ready: { '#target td': 28, '.bench__time-slot': 8 },
    next: '[aria-label="navigate to next month"]',
    heading: '#calendar-title',
    free: '.bench__calendar-grid--available',
  },
  timekit: {
    label: 'timekit-booking 3.3.1',
    kind: 'flow',
    html: page(
      '<link rel="stylesheet" href="/peer/timekit-booking/public/build/booking.min.css">',
      `<div id="bookingjs"></div><script src="/peer/timekit-booking/public/build/booking.min.js"></script>
<script>new TimekitBooking().init({ app_key: 'k', resources: ['r1'], api_base_url: location.origin + '/api/timekit/',
ui: { timezone: '${ZONE}' } });</script>`,
    ),
    ready: { '#bookingjs .fc-timegrid-slot, #bookingjs .fc-col-header-cell': 7, '#bookingjs .fc-event': 8 },
    next: '#bookingjs .fc-next-button',
    heading: '#bookingjs .fc-toolbar-title',
    free: '#bookingjs .fc-event',
  },
  cally: {
    label: 'cally 0.9.2 (days only)',
    kind: 'picker',
    html: page(
      '<script type="module" src="/peer/cally/dist/cally.js"></script>',
      `<calendar-date><button slot="previous">Previous</button><button slot="next">Next</button>
<calendar-month></calendar-month></calendar-date>`,
    ),
    ready: { 'calendar-month >> button': 28 },
    next: 'calendar-date [slot=next]',
    heading: 'calendar-month >> [part~=heading]',
  },
  flatpickr: {
    label: 'flatpickr 4.6.13 (days and one time)',
    kind: 'picker',
    html: page(
      '<link rel="stylesheet" href="/peer/flatpickr/dist/flatpickr.min.css">',
      `<input id="date"><script src="/peer/flatpickr/dist/flatpickr.min.js"></script>
<script>flatpickr('#date', { inline: true, enableTime: true });</script>`,
    ),
    ready: { '.flatpickr-day': 28 },
    next: '.flatpickr-next-month',
    heading: '.flatpickr-monthDropdown-months',
  },
};
