// What the backends answer, as small as they may: a function from path and query to JSON, or undefined.
import { end, inZone, many, usual, ZONE } from './slots.mjs';

const MINUTES = 60;
/** Of the peers' times: those that overlap would cost the one that draws a week of them more than it deserves. */
const PEER_MINUTES = 30;

const iso = (ms) => new Date(ms).toISOString();
const within = (starts, from, to) => starts.filter((ms) => ms >= from && ms < to);

/** The protocol of this repository (DESIGN, "The wire"). */
function ours(starts) {
  const sessionConfig = {
    durations: [30, MINUTES, 90],
    rates: { 30: 60, 60: 110, 90: 150 },
    currency: 'USD',
    defaultDuration: MINUTES,
    allowCustomDuration: false,
    minimumDuration: 30,
    maximumDuration: 120,
    isActive: true,
    bookingWindowDays: 60,
  };
  const slot = (ms) => ({
    startTime: iso(ms),
    endTime: iso(end(ms, MINUTES)),
    duration: MINUTES,
    rate: sessionConfig.rates[MINUTES],
    currency: 'USD',
  });
  return (path, query) => {
    switch (path) {
      case '/coach/profile':
        return {
          id: 'ada',
          name: 'Ada Lovelace',
          title: 'Career coach',
          timezone: ZONE,
          sessionLengths: sessionConfig.durations.map((duration) => ({
            duration,
            rate: sessionConfig.rates[duration],
            currency: 'USD',
          })),
        };
      case '/coach/config':
        return sessionConfig;
      case '/coaching/sessions/available': {
        const found = within(starts, Date.parse(query.get('start')), Date.parse(query.get('end')));
        return { availableSlots: found.map(slot), timezone: ZONE, sessionConfig };
      }
      case '/coaching/sessions/hold':
        return { holdId: 'h1', expiresAt: iso(Date.now() + 600_000), serverNow: iso(Date.now()) };
      default:
        return undefined;
    }
  };
}

const nylas = (starts) => (path, query) => {
  if (path === '/v3/scheduling/ui-settings') {
    return {
      data: {
        configuration_id: 'c1',
        name: 'Intro',
        participants: [],
        availability: { duration_minutes: PEER_MINUTES },
        event_booking: { title: 'Intro', timezone: ZONE, booking_type: 'booking' },
        scheduler: { available_days_in_future: 60, min_cancellation_notice: 0, min_booking_notice: 0 },
        appearance: {},
      },
    };
  }
  if (path !== '/v3/scheduling/availability') return undefined;
  const found = within(starts, Number(query.get('start_time')) * 1000, Number(query.get('end_time')) * 1000);
  return {
    data: {
      order: [],
      time_slots: found.map((ms) => ({
        emails: ['ada@example.com'],
        start_time: ms / 1000,
        end_time: end(ms, PEER_MINUTES) / 1000,
      })),
    },
  };
};

const timekit = (starts) => (path) =>
  path === '/v2/availability'
    ? {
        data: starts.map((ms) => ({
          start: inZone(ms),
          end: inZone(end(ms, PEER_MINUTES)),
          resources: [{ id: 'r1' }],
        })),
      }
    : undefined;

/** First part of the path → its backend. */
export const apis = () => ({
  usual: ours(usual()),
  many: ours(many()),
  nylas: nylas(usual()),
  timekit: timekit(usual()),
});
