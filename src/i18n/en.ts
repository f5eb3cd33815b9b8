/**
 * English, and the shape of every other language. Sentences are calm and exact, name the coach, and claim nothing that the product
 * does not back. Messages with parameters are functions, so that each language orders and counts in its own way.
 */
export const en = {
  // Shared
  minutes: (count: string) => `${count} min`,
  loading: 'Loading',
  tryAgain: 'Try again',
  notLoaded: 'This step could not be loaded',
  back: 'Back',
  yourCoach: 'your coach',
  dayAndTime: (day: string, time: string) => `${day}, ${time}`,
  timeIn: (time: string, city: string) => `${time} in ${city}`,

  // The frame
  detailsTitle: 'Your details',
  bookWith: (coach: string) => `Book a session with ${coach}`,
  stepOf: (step: number, total: number) => `${step} of ${total}`,

  // Length
  lengthTitle: 'How long do you need?',
  lengths: 'Session length',
  nextFree: (when: string) => `Next free ${when}`,
  noTimesSoon: 'No free times at the moment',
  seeTimes: 'See times',
  chooseLengthFirst: 'Choose a length first.',

  // Day
  timeTitle: 'Pick a day and time',
  previousPage: 'Earlier days',
  nextPage: 'Later days',
  today: 'Today',
  fewer: 'Fewer',
  more: 'More',
  dayWithTimes: (day: string, count: number) => `${day}, ${count === 0 ? 'no free times' : timesAvailable(count)}`,
  dayLoading: (day: string) => `${day}, loading`,
  dayFrom: (day: string, price: string) => `${day}, from ${price}`,
  dayToday: (day: string) => `Today, ${day}`,

  // Time
  times: 'Times',
  night: 'Night',
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Evening',
  yourTime: 'Your time',
  clocksSame: (yours: string, city: string) => `${yours}, ${city}`,
  clocksBeside: (yours: string, coach: string, city: string) => `${yours}, ${coach}’s in ${city}`,
  coachTime: (coach: string, time: string) => `${time} for ${coach}`,
  loadingTimes: 'Loading times',
  chooseDay: 'Choose a day to see its times.',
  noTimesOnDay: 'No free times on this day',
  continue: 'Continue',
  chooseTimeFirst: 'Choose a time first.',
};

function timesAvailable(count: number): string {
  return count === 1 ? '1 time available' : `${count} times available`;
}
