import type { BookingCompleteEvent, BookingFlow } from 'coach-booking';
import type { HTMLAttributes, Ref } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'booking-flow': HTMLAttributes<BookingFlow> &
        Partial<Pick<BookingFlow, 'adapter' | 'duration' | 'locale' | 'mode' | 'prefill' | 'strings'>> & {
          ref?: Ref<BookingFlow>;
          'coach-id'?: string;
          'api-url'?: string;
          'time-zone'?: string;
          'onbooking-complete'?: (event: BookingCompleteEvent) => void;
        };
    }
  }
}
