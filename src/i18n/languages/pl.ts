import type { DetailsDictionary } from '../details.js';
import { plural } from '../plural.js';
import { upperFirst } from '../sentence.js';

const freeTimes = plural('pl', {
  one: '# wolna godzina',
  few: '# wolne godziny',
  many: '# wolnych godzin',
  other: '# wolnej godziny',
});
const zones = plural('pl', {
  one: '# strefa czasowa',
  few: '# strefy czasowe',
  many: '# stref czasowych',
  other: '# strefy czasowej',
});
const answers = plural('pl', {
  one: 'Sprawdź # odpowiedź',
  few: 'Sprawdź # odpowiedzi',
  many: 'Sprawdź # odpowiedzi',
  other: 'Sprawdź # odpowiedzi',
});

/** Polish, with "ty" and no past tense, which would tell a gender. Names stay in the nominative: they cannot be declined. */
export const pl: DetailsDictionary = {
  // Shared
  minutes: (count) => `${count}\u00a0min`,
  loading: 'Wczytywanie',
  tryAgain: 'Spróbuj ponownie',
  notLoaded: 'Nie udało się wczytać tego kroku',
  back: 'Wstecz',
  yourCoach: 'coach',
  dayAndTime: (day, time) => `${day}, ${time}`,
  timeIn: (time, city) => `${time}, ${city}`,

  // The frame
  detailsTitle: 'Twoje dane',
  bookWith: (coach) => `Rezerwacja sesji: ${coach}`,
  stepOf: (step, total) => `${step} z ${total}`,

  // Length
  lengthTitle: 'Ile czasu potrzebujesz?',
  lengths: 'Długość sesji',
  nextFree: (when) => `Najbliższy termin: ${when}`,
  noTimesSoon: 'Obecnie brak wolnych terminów',
  about: (price) => `około ${price}`,
  seeTimes: 'Zobacz terminy',
  chooseLengthFirst: 'Najpierw wybierz długość.',

  // Day
  timeTitle: 'Wybierz dzień i godzinę',
  previousPage: 'Wcześniejsze dni',
  nextPage: 'Późniejsze dni',
  today: 'Dziś',
  fewer: 'Mniej',
  more: 'Więcej',
  dayWithTimes: (day, count) => `${day}, ${count === 0 ? 'brak wolnych godzin' : freeTimes(count)}`,
  dayLoading: (day) => `${day}, wczytywanie`,
  dayFrom: (day, price) => `${day}, od ${price}`,
  dayToday: (day) => `Dziś, ${day}`,

  // Time
  times: 'Godziny',
  night: 'Noc',
  morning: 'Rano',
  afternoon: 'Popołudnie',
  evening: 'Wieczór',
  yourTime: 'Twój czas',
  clocksSame: (yours, city) => `${yours}, ${city}`,
  clocksBeside: (yours, coach, city) => `${yours}, obok: ${coach}, ${city}`,
  coachTime: (coach, time) => `${coach}: ${time}`,
  loadingTimes: 'Wczytywanie godzin',
  chooseDay: 'Wybierz dzień, aby zobaczyć godziny.',
  noTimesOnDay: 'Brak wolnych godzin tego dnia',
  continue: 'Dalej',
  chooseTimeFirst: 'Najpierw wybierz godzinę.',

  // Shared
  free: 'Bezpłatnie',
  optional: 'Opcjonalnie',
  close: 'Zamknij',
  hours: (count) => `${count}\u00a0godz.`,
  sentence: (words) => `${words}.`,

  // The receipt
  receipt: 'Twoja sesja',
  chooseLengthPrompt: 'Wybierz długość',
  chooseTimePrompt: 'Wybierz dzień i godzinę',
  places: { video: 'Rozmowa wideo', phone: 'Rozmowa telefoniczna', inPerson: 'Na miejscu' },
  yourClock: 'Twój czas',
  hoursAhead: (hours) => `${hours}\u00a0godz. później niż u Ciebie`,
  hoursBehind: (hours) => `${hours}\u00a0godz. wcześniej niż u Ciebie`,
  onSameTime: 'ten sam czas co u Ciebie',
  booked: 'Zarezerwowano',
  pending: 'Do potwierdzenia',
  reference: (id) => `Numer ${id}`,

  // The next free day
  nextFreeDay: 'Najbliższy wolny dzień',
  nextFreeDayIs: (day) => `Najbliższy: ${day}`,
  searching: 'Szukamy najbliższego terminu',
  noTimesHere: 'Brak wolnych terminów w tych tygodniach',
  noTimesAtAll: (coach) => `${upperFirst(coach)} nie ma obecnie wolnych terminów.`,
  nextFreeOf: (coach, length, when) => `${upperFirst(coach)}, ${length}. Najbliższy wolny termin: ${when}.`,
  goToDay: (day) => `Przejdź: ${day}`,

  // A week, and a list of times
  moreTimes: 'Więcej terminów',
  noTimesThisWeek: 'Brak wolnych terminów w tym tygodniu',

  // Time zone and clock
  timeZone: 'Strefa czasowa',
  changeTimeZone: 'Zmień strefę czasową',
  searchTimeZones: 'Miasto, kraj, różnica lub CET',
  timeZonesFound: zones,
  noTimeZoneFound: 'Brak wyników. Wpisz kraj, większe miasto w pobliżu albo różnicę, na przykład GMT+2.',
  clock: 'Zegar',
  clock12: '12\u00a0h',
  clock24: '24\u00a0h',

  // Notices
  clocksForward: (city, day) => `Przesunięcie zegarów do przodu (${city}): ${day}.`,
  clocksBack: (city, day) => `Przesunięcie zegarów do tyłu (${city}): ${day}.`,
  clocksAllowed: 'Pokazane godziny już to uwzględniają.',
  clocksBetween: (city, day, coach, difference) =>
    `Druga zmiana (${city}): ${day}. W międzyczasie ${coach}: ${difference}.`,
  clocksAfter: (coach, difference) => `Od tej pory ${coach}: ${difference}.`,
  offline: 'Brak połączenia.',
  offlineKept: 'Twój wybór pozostaje zapisany.',
  offlineSince: (time) => `Stan z godziny ${time}. Twój wybór pozostaje zapisany.`,
  takenTitle: (time) => `Termin ${time} właśnie zajęto`,
  takenTitleUnsure: (time) => `Termin ${time} nie jest w tej chwili wolny`,
  takenNotice: 'Ktoś był szybszy.',
  takenUnsure: 'W tej chwili nie jest wolny.',
  takenKept: 'Wpisane dane pozostają zapisane.',
  takenAlternatives: 'Najbliższe wolne terminy',
  earlierBy: (length) => `${length} wcześniej`,
  laterBy: (length) => `${length} później`,
  sameTimeNextDay: 'Ta sama godzina, dzień później',
  allTimes: 'Wszystkie terminy',
  priceChanged: (previous, current) => `Cena wynosi teraz ${current}, a nie ${previous}.`,
  declinePrice: 'Wybierz inny termin',
  checkingTitle: 'Sprawdzamy rezerwację',
  checking: 'Połączenie zostało przerwane. Sprawdzamy, czy rezerwacja dotarła. Pozostań na tej stronie.',
  unconfirmedTitle: 'Nie udało się potwierdzić rezerwacji',
  unconfirmed: 'Być może dotarła. Sprawdź ponownie, zanim zarezerwujesz inny termin.',
  checkAgain: 'Sprawdź ponownie',
  checkingOffline: 'Gdy tylko wróci połączenie, sprawdzimy, czy rezerwacja dotarła. Pozostań na tej stronie.',
  goneTitle: (time) => `Termin ${time} nie jest już wolny.`,
  seeOtherTimes: 'Zobacz inne terminy',

  // The hold
  held: 'Czeka na Ciebie',
  heldFor: (time) => `jeszcze ${time}`,
  heldEnding: 'Termin czeka na Ciebie jeszcze chwilę.',
  heldFinal: 'Terminu nie można zatrzymać dłużej. Potem nadal możesz go zarezerwować, o ile będzie wolny.',
  keepTime: 'Zatrzymaj dłużej',
  heldEnded: 'Termin już na Ciebie nie czeka.',
  heldEndedBody: 'Nadal możesz go zarezerwować, o ile jest wolny.',
  holdAgain: 'Zatrzymaj ponownie',
  waitSeconds: (seconds) => `Spróbuj ponownie za ${seconds}\u00a0s.`,

  // Details
  name: 'Imię i nazwisko',
  email: 'E-mail',
  notes: () => 'O czym warto wiedzieć przed sesją?',
  choose: 'Wybierz',
  errorSummary: answers,
  errorSummaryItem: (label, message) => `${label}: ${message}`,
  fieldErrors: {
    nameRequired: 'Wpisz imię i nazwisko.',
    emailRequired: 'Wpisz adres e-mail.',
    emailInvalid: 'Sprawdź adres, powinien wyglądać jak imie@example.com.',
    emailNoAt: 'Dopisz część od znaku @, na przykład @example.com.',
    emailNoEnding: 'Dopisz końcówkę, na przykład .pl lub .com.',
    telInvalid: 'Wpisz pełny numer, na przykład +48 22 555 01 00.',
    numberInvalid: 'Wpisz liczbę, na przykład 12 lub 1,5.',
    required: 'Wypełnij to pole.',
    choiceRequired: 'Wybierz jedną opcję.',
    checkboxRequired: 'Zaznacz to pole, aby przejść dalej.',
    invalid: 'Sprawdź tę odpowiedź.',
    tooShort: 'Napisz trochę więcej.',
    tooLong: (maximum, count) => `Skróć tekst. Limit znaków: ${maximum}, teraz: ${count}.`,
    tooSmall: 'Wybierz większą liczbę.',
    tooLarge: 'Wybierz mniejszą liczbę.',
  },
  bookFor: (price) => `Zarezerwuj za ${price}`,
  bookFree: 'Zarezerwuj',
  chargedIn: (currency) => `Opłata jest pobierana w walucie ${currency}.`,
  sending: 'Rezerwowanie…',

  // Booked
  bookedTitle: (day, name) => `${name}, do zobaczenia: ${day}`,
  bookedWith: (coach) => `Sesja zarezerwowana. Prowadzi: ${coach}.`,
  pendingWith: (coach) => `Prośba wysłana. Do potwierdzenia przez: ${coach}.`,
  yourTimeIn: (city) => `Twój czas, ${city}`,
  coachTimeIn: (coach, city) => `${coach}, ${city}`,
  addToCalendar: 'Dodaj do kalendarza',
  google: 'Google',
  outlook: 'Outlook',
  ics: '.ics',
  icsName: 'Pobierz plik kalendarza',
  newTab: 'otwiera się w nowej karcie',
  eventTitle: (coach) => `Sesja: ${coach}`,
  pendingTitle: (day, name) => `${name}, prośba o termin: ${day}`,
  cancelledTitle: 'Ta sesja jest odwołana',
  declinedTitle: (coach) => `${upperFirst(coach)} nie może przyjąć tej sesji`,
  sessionTitle: (day) => `Twoja sesja: ${day}`,
  yourNote: (coach) => `Twoja wiadomość: ${coach}`,
  bookAnother: 'Zarezerwuj kolejną sesję',
  bookSession: 'Zarezerwuj sesję',

  // The coach's profile
  sessions: 'Sesje',
  profileNextFree: 'Najbliższy termin',
  nextThreeWeeks: 'Najbliższe trzy tygodnie',
  book: (coach) => `Zarezerwuj: ${coach}`,

  // What went wrong, by error code
  errors: {
    notFoundTitle: 'Ta strona rezerwacji jest niedostępna',
    notFound: 'Nie udało się znaleźć tej osoby. Link może być nieaktualny.',
    notSetUpTitle: 'Rezerwacje nie są tu jeszcze skonfigurowane',
    notSetUp: 'Strona, która to wyświetla, musi dokończyć konfigurację.',
    inactiveTitle: 'Obecnie bez rezerwacji',
    inactive: (coach) => `${upperFirst(coach)} nie przyjmuje obecnie rezerwacji.`,
    loadTitle: 'Nie udało się wczytać terminów',
    network: 'Sprawdź połączenie i spróbuj ponownie.',
    rateLimited: 'Zbyt wiele żądań naraz. Odczekaj chwilę i spróbuj ponownie.',
    unavailable: 'Serwis rezerwacji nie odpowiada. Spróbuj ponownie za chwilę.',
    invalidResponse: 'Nie udało się odczytać odpowiedzi serwisu rezerwacji.',
    outOfPolicy: 'Tego terminu nie można już zarezerwować. Wybierz inny.',
    refusedTitle: 'Nie zarezerwowano',
    refused: 'Serwis rezerwacji nie przyjął rezerwacji. Wpisane dane pozostają zapisane.',
    unknown: 'Coś poszło nie tak po naszej stronie. Wpisane dane pozostają zapisane.',
  },
};
export { pl as default };
