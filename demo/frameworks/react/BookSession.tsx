import 'coach-booking/define';
import type { Booking, BookingAdapter } from 'coach-booking';

const prefill = { notes: 'I come from the React app.' };

/** React 19 sets what the element knows as properties, and `on…` adds a listener of that very name. */
export function BookSession(props: { adapter: BookingAdapter; onBooked: (booking: Booking) => void }) {
  return (
    <booking-flow
      coach-id="ada"
      adapter={props.adapter}
      prefill={prefill}
      onbooking-complete={({ detail }) => props.onBooked(detail.booking)}
    />
  );
}
