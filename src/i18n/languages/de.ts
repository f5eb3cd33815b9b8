import type { DetailsDictionary } from '../details.js';
import { plural } from '../plural.js';

const YOUR_COACH = 'Ihr Coach';
/** "mit Ada", "mit Ihrem Coach". */
const dative = (coach: string) => (coach === YOUR_COACH ? 'Ihrem Coach' : coach);
/** "für Ada", "für Ihren Coach". */
const accusative = (coach: string) => (coach === YOUR_COACH ? 'Ihren Coach' : coach);

const freeTimes = plural('de', { one: '# freie Zeit', other: '# freie Zeiten' });
const zones = plural('de', { one: '# Zeitzone', other: '# Zeitzonen' });
const answers = plural('de', { one: 'Bitte prüfen Sie eine Angabe', other: 'Bitte prüfen Sie # Angaben' });

/** German, with "Sie". */
export const de: DetailsDictionary = {
  // Shared
  minutes: (count) => `${count} Min.`,
  loading: 'Wird geladen',
  tryAgain: 'Erneut versuchen',
  notLoaded: 'Dieser Schritt konnte nicht geladen werden',
  back: 'Zurück',
  yourCoach: YOUR_COACH,
  dayAndTime: (day, time) => `${day}, ${time}`,
  timeIn: (time, city) => `${time} in ${city}`,

  // The frame
  detailsTitle: 'Ihre Angaben',
  bookWith: (coach) => `Termin mit ${dative(coach)} buchen`,
  stepOf: (step, total) => `${step} von ${total}`,

  // Length
  lengthTitle: 'Wie viel Zeit brauchen Sie?',
  lengths: 'Dauer',
  nextFree: (when) => `Nächste freie Zeit: ${when}`,
  noTimesSoon: 'Zurzeit keine freien Zeiten',
  about: (price) => `etwa ${price}`,
  seeTimes: 'Zeiten ansehen',
  chooseLengthFirst: 'Wählen Sie zuerst eine Dauer.',

  // Day
  timeTitle: 'Tag und Uhrzeit wählen',
  previousPage: 'Frühere Tage',
  nextPage: 'Spätere Tage',
  today: 'Heute',
  fewer: 'Weniger',
  more: 'Mehr',
  dayWithTimes: (day, count) => `${day}, ${count === 0 ? 'keine freien Zeiten' : freeTimes(count)}`,
  dayLoading: (day) => `${day}, wird geladen`,
  dayFrom: (day, price) => `${day}, ab ${price}`,
  dayToday: (day) => `Heute, ${day}`,

  // Time
  times: 'Uhrzeiten',
  night: 'Nachts',
  morning: 'Vormittag',
  afternoon: 'Nachmittag',
  evening: 'Abend',
  yourTime: 'Ihre Zeit',
  clocksSame: (yours, city) => `${yours}, ${city}`,
  clocksBeside: (yours, coach, city) => `${yours}, daneben ${coach} in ${city}`,
  coachTime: (coach, time) => `${time} für ${accusative(coach)}`,
  loadingTimes: 'Zeiten werden geladen',
  chooseDay: 'Wählen Sie einen Tag, um seine Zeiten zu sehen.',
  noTimesOnDay: 'Keine freien Zeiten an diesem Tag',
  continue: 'Weiter',
  chooseTimeFirst: 'Wählen Sie zuerst eine Uhrzeit.',

  // Shared
  free: 'Kostenlos',
  optional: 'Optional',
  close: 'Schließen',
  hours: (count) => `${count} Std.`,
  sentence: (words) => `${words}.`,

  // The receipt
  receipt: 'Ihr Termin',
  chooseLengthPrompt: 'Dauer wählen',
  chooseTimePrompt: 'Tag und Uhrzeit wählen',
  places: { video: 'Videoanruf', phone: 'Telefonat', inPerson: 'Vor Ort' },
  yourClock: 'Ihre Uhr',
  hoursAhead: (hours) => `${hours} Std. voraus`,
  hoursBehind: (hours) => `${hours} Std. zurück`,
  onSameTime: 'gleiche Zeit wie bei Ihnen',
  booked: 'Gebucht',
  pending: 'Noch nicht bestätigt',
  reference: (id) => `Referenz ${id}`,

  // The next free day
  nextFreeDay: 'Nächster freier Tag',
  nextFreeDayIs: (day) => `Nächster: ${day}`,
  searching: 'Die nächste freie Zeit wird gesucht',
  noTimesHere: 'Keine freien Zeiten in diesen Wochen',
  noTimesAtAll: (coach) => `${coach} hat zurzeit keine freien Zeiten.`,
  nextFreeOf: (coach, length, when) => `${coach}: nächster freier Termin (${length}) ${when}.`,
  goToDay: (day) => `Zum ${day}`,

  // A week, and a list of times
  moreTimes: 'Weitere Zeiten',
  noTimesThisWeek: 'Keine freien Zeiten in dieser Woche',

  // Time zone and clock
  timeZone: 'Zeitzone',
  changeTimeZone: 'Zeitzone ändern',
  searchTimeZones: 'Stadt, Land, Abstand oder MEZ',
  timeZonesFound: zones,
  noTimeZoneFound:
    'Nichts gefunden. Versuchen Sie das Land, eine größere Stadt in der Nähe oder einen Abstand wie GMT+2.',
  clock: 'Uhr',
  clock12: '12 h',
  clock24: '24 h',

  // Notices
  clocksForward: (city, day) => `In ${city} werden am ${day} die Uhren vorgestellt.`,
  clocksBack: (city, day) => `In ${city} werden am ${day} die Uhren zurückgestellt.`,
  clocksAllowed: 'Die angezeigten Zeiten berücksichtigen das bereits.',
  clocksBetween: (city, day, coach, difference) =>
    `In ${city} erst am ${day} – bis dahin gilt für ${accusative(coach)}: ${difference}.`,
  clocksAfter: (coach, difference) => `Danach gilt für ${accusative(coach)}: ${difference}.`,
  offline: 'Sie sind offline.',
  offlineKept: 'Ihre Auswahl bleibt erhalten.',
  offlineSince: (time) => `Diese Zeiten sind von ${time}. Ihre Auswahl bleibt erhalten.`,
  takenTitle: (time) => `${time} ist gerade vergeben worden`,
  takenTitleUnsure: (time) => `${time} ist gerade nicht frei`,
  takenNotice: 'Jemand anderes war schneller.',
  takenUnsure: 'Diese Zeit ist gerade nicht frei.',
  takenKept: 'Ihre Eingaben bleiben erhalten.',
  takenAlternatives: 'Nächstgelegene freie Zeiten',
  earlierBy: (length) => `${length} früher`,
  laterBy: (length) => `${length} später`,
  sameTimeNextDay: 'Gleiche Uhrzeit, einen Tag später',
  allTimes: 'Alle Zeiten',
  priceChanged: (previous, current) => `Der Preis beträgt jetzt ${current} statt ${previous}.`,
  declinePrice: 'Andere Zeit wählen',
  checkingTitle: 'Ihre Buchung wird geprüft',
  checking:
    'Die Verbindung ist abgebrochen. Wir prüfen, ob Ihre Buchung angekommen ist. Bitte bleiben Sie auf dieser Seite.',
  unconfirmedTitle: 'Wir konnten Ihre Buchung nicht bestätigen',
  unconfirmed: 'Vielleicht ist sie angekommen. Prüfen Sie es noch einmal, bevor Sie eine andere Zeit buchen.',
  checkAgain: 'Erneut prüfen',
  checkingOffline:
    'Sobald Sie wieder online sind, prüfen wir, ob Ihre Buchung angekommen ist. Bitte bleiben Sie auf dieser Seite.',
  goneTitle: (time) => `${time} ist nicht mehr frei.`,
  seeOtherTimes: 'Andere Zeiten ansehen',
  held: 'Für Sie reserviert',
  heldFor: (time) => `noch ${time}`,
  heldEnding: 'Ihre Zeit ist noch kurz für Sie reserviert.',
  heldFinal: 'Länger kann Ihre Zeit nicht reserviert werden. Danach können Sie sie noch buchen, solange sie frei ist.',
  keepTime: 'Länger reservieren',
  heldEnded: 'Ihre Zeit ist nicht mehr für Sie reserviert.',
  heldEndedBody: 'Sie können sie noch buchen, solange sie frei ist.',
  holdAgain: 'Erneut reservieren',
  waitSeconds: (seconds) => `In ${seconds} s können Sie es erneut versuchen.`,

  // Details
  name: 'Name',
  email: 'E-Mail',
  notes: (coach) => `Was sollte ${coach} wissen?`,
  choose: 'Bitte wählen',
  errorSummary: answers,
  errorSummaryItem: (label, message) => `${label}: ${message}`,
  fieldErrors: {
    nameRequired: 'Geben Sie Ihren Namen ein.',
    emailRequired: 'Geben Sie Ihre E-Mail-Adresse ein.',
    emailInvalid: 'Prüfen Sie die Adresse, sie sollte wie name@example.com aussehen.',
    emailNoAt: 'Ergänzen Sie den Teil ab dem @, zum Beispiel @example.com.',
    emailNoEnding: 'Ergänzen Sie die Endung, zum Beispiel .de oder .com.',
    telInvalid: 'Geben Sie die vollständige Nummer ein, zum Beispiel +49 30 901820.',
    numberInvalid: 'Geben Sie eine Zahl ein, zum Beispiel 12 oder 1,5.',
    required: 'Füllen Sie dieses Feld aus.',
    choiceRequired: 'Wählen Sie eine Möglichkeit.',
    checkboxRequired: 'Setzen Sie hier ein Häkchen, um fortzufahren.',
    invalid: 'Prüfen Sie diese Angabe.',
    tooShort: 'Schreiben Sie etwas mehr.',
    tooLong: (maximum, count) => `Kürzen Sie auf ${maximum} Zeichen, jetzt sind es ${count}.`,
    tooSmall: 'Wählen Sie eine größere Zahl.',
    tooLarge: 'Wählen Sie eine kleinere Zahl.',
  },
  bookFor: (price) => `Für ${price} buchen`,
  bookFree: 'Buchen',
  chargedIn: (currency) => `Abgerechnet wird in ${currency}.`,
  sending: 'Wird gebucht …',

  // Booked
  bookedTitle: (day, name) => `Bis ${day}, ${name}`,
  bookedWith: (coach) => `Ihr Termin mit ${dative(coach)} ist gebucht.`,
  pendingWith: (coach) => `Ihre Anfrage ist gesendet. ${coach} muss sie noch bestätigen.`,
  yourTimeIn: (city) => `Ihre Zeit, ${city}`,
  coachTimeIn: (coach, city) => `${coach}, ${city}`,
  addToCalendar: 'In Ihren Kalender eintragen',
  google: 'Google',
  outlook: 'Outlook',
  ics: '.ics',
  icsName: 'Kalenderdatei herunterladen',
  newTab: 'öffnet einen neuen Tab',
  eventTitle: (coach) => `Termin mit ${dative(coach)}`,
  pendingTitle: (day, name) => `${day} ist angefragt, ${name}`,
  cancelledTitle: 'Dieser Termin ist abgesagt',
  declinedTitle: (coach) => `${coach} konnte diesen Termin nicht annehmen`,
  sessionTitle: (day) => `Ihr Termin am ${day}`,
  yourNote: (coach) => `Ihre Nachricht an ${accusative(coach)}`,
  bookAnother: 'Weiteren Termin buchen',
  bookSession: 'Termin buchen',

  // The coach's profile
  sessions: 'Termine',
  profileNextFree: 'Nächste freie Zeit',
  nextThreeWeeks: 'Die nächsten drei Wochen',
  book: (coach) => `Termin mit ${dative(coach)} buchen`,

  // What went wrong, by error code
  errors: {
    notFoundTitle: 'Diese Buchungsseite ist nicht verfügbar',
    notFound: 'Wir konnten diesen Coach nicht finden. Der Link ist vielleicht veraltet.',
    notSetUpTitle: 'Buchungen sind hier noch nicht eingerichtet',
    notSetUp: 'Die Website, die diese Seite zeigt, muss ihre Einrichtung noch abschließen.',
    inactiveTitle: 'Zurzeit keine Buchungen',
    inactive: (coach) => `${coach} nimmt zurzeit keine Buchungen an.`,
    loadTitle: 'Die Zeiten konnten nicht geladen werden',
    network: 'Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    rateLimited: 'Zu viele Anfragen auf einmal. Warten Sie einen Moment und versuchen Sie es erneut.',
    unavailable: 'Der Buchungsdienst antwortet nicht. Versuchen Sie es gleich noch einmal.',
    invalidResponse: 'Der Buchungsdienst hat eine Antwort geschickt, die wir nicht lesen konnten.',
    outOfPolicy: 'Diese Zeit kann nicht mehr gebucht werden. Wählen Sie eine andere.',
    refusedTitle: 'Das wurde nicht gebucht',
    refused: 'Der Buchungsdienst hat die Buchung nicht angenommen. Ihre Eingaben bleiben erhalten.',
    unknown: 'Bei uns ist etwas schiefgegangen. Ihre Eingaben bleiben erhalten.',
  },
};
export { de as default };
