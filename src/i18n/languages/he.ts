import type { DetailsDictionary } from '../details.js';
import { plural } from '../plural.js';

const freeTimes = plural('he', { one: 'מועד פנוי אחד', two: 'שני מועדים פנויים', other: '# מועדים פנויים' });
const zones = plural('he', { one: 'אזור זמן אחד', two: 'שני אזורי זמן', other: '# אזורי זמן' });
const answers = plural('he', { one: 'יש לבדוק תשובה אחת', two: 'יש לבדוק שתי תשובות', other: 'יש לבדוק # תשובות' });

/** Keeps what is written from left to right together within a sentence. */
const ltr = (text: string) => `\u2066${text}\u2069`;

/** Hebrew, in infinitives and plural imperatives, which tell no gender. */
export const he: DetailsDictionary = {
  // Shared
  minutes: (count) => `${count} דק׳`,
  loading: 'בטעינה',
  tryAgain: 'לנסות שוב',
  notLoaded: 'לא ניתן לטעון את השלב הזה',
  back: 'חזרה',
  yourCoach: 'המאמן/ת',
  dayAndTime: (day, time) => `${day}, ${time}`,
  timeIn: (time, city) => `${time}, ${city}`,

  // The frame
  detailsTitle: 'הפרטים שלך',
  bookWith: (coach) => `קביעת פגישה עם ${coach}`,
  stepOf: (step, total) => `${step} מתוך ${total}`,

  // Length
  lengthTitle: 'כמה זמן דרוש לך?',
  lengths: 'משך הפגישה',
  nextFree: (when) => `המועד הפנוי הבא: ${when}`,
  noTimesSoon: 'אין כרגע מועדים פנויים',
  about: (price) => `בערך ${price}`,
  seeTimes: 'לצפייה במועדים',
  chooseLengthFirst: 'בחרו קודם משך.',

  // Day
  timeTitle: 'בחירת יום ושעה',
  previousPage: 'ימים מוקדמים יותר',
  nextPage: 'ימים מאוחרים יותר',
  today: 'היום',
  fewer: 'פחות',
  more: 'יותר',
  dayWithTimes: (day, count) => `${day}, ${count === 0 ? 'אין מועדים פנויים' : freeTimes(count)}`,
  dayLoading: (day) => `${day}, בטעינה`,
  dayFrom: (day, price) => `${day}, החל מ־${price}`,
  dayToday: (day) => `היום, ${day}`,

  // Time
  times: 'שעות',
  night: 'לילה',
  morning: 'בוקר',
  afternoon: 'צהריים',
  evening: 'ערב',
  yourTime: 'השעה שלך',
  clocksSame: (yours, city) => `${yours}, ${city}`,
  clocksBeside: (yours, coach, city) => `${yours}, ולצידה השעה של ${coach}, ${city}`,
  coachTime: (coach, time) => `${time} אצל ${coach}`,
  loadingTimes: 'השעות בטעינה',
  chooseDay: 'בחרו יום כדי לראות את השעות.',
  noTimesOnDay: 'אין מועדים פנויים ביום הזה',
  continue: 'המשך',
  chooseTimeFirst: 'בחרו קודם שעה.',

  // Shared
  free: 'חינם',
  optional: 'לא חובה',
  close: 'סגירה',
  hours: (count) => `${count} שע׳`,
  sentence: (words) => `${words}.`,

  // The receipt
  receipt: 'הפגישה שלך',
  chooseLengthPrompt: 'בחירת משך',
  chooseTimePrompt: 'בחירת יום ושעה',
  places: { video: 'שיחת וידאו', phone: 'שיחת טלפון', inPerson: 'פנים אל פנים' },
  yourClock: 'השעה שלך',
  hoursAhead: (hours) => `${hours} שע׳ קדימה`,
  hoursBehind: (hours) => `${hours} שע׳ אחורה`,
  onSameTime: 'אותה שעה כמו אצלך',
  booked: 'נקבעה',
  pending: 'ממתינה לאישור',
  reference: (id) => `מספר ${ltr(id)}`,

  // The next free day
  nextFreeDay: 'היום הפנוי הבא',
  nextFreeDayIs: (day) => `הבא: ${day}`,
  searching: 'מחפשים את המועד הפנוי הבא',
  noTimesHere: 'אין מועדים פנויים בשבועות האלה',
  noTimesAtAll: (coach) => `אין כרגע מועדים פנויים אצל ${coach}.`,
  nextFreeOf: (coach, length, when) => `המועד הפנוי הבא אצל ${coach} (${length}): ${when}.`,
  goToDay: (day) => `מעבר אל ${day}`,

  // A week, and a list of times
  moreTimes: 'מועדים נוספים',
  noTimesThisWeek: 'אין מועדים פנויים בשבוע הזה',

  // Time zone and clock
  timeZone: 'אזור זמן',
  changeTimeZone: 'שינוי אזור הזמן',
  searchTimeZones: 'עיר, מדינה, הפרש או קיצור',
  timeZonesFound: zones,
  noTimeZoneFound: `לא נמצא. נסו את שם המדינה, עיר גדולה בסביבה, או הפרש כמו ${ltr('GMT+2')}.`,
  clock: 'תצוגת השעה',
  clock12: '12 שע׳',
  clock24: '24 שע׳',

  // Notices
  clocksForward: (city, day) => `השעון מוזז קדימה ב${day} (${city}).`,
  clocksBack: (city, day) => `השעון מוזז אחורה ב${day} (${city}).`,
  clocksAllowed: 'השעות המוצגות כבר מביאות זאת בחשבון.',
  clocksBetween: (city, day, coach, difference) =>
    `השעון השני משתנה ב${day} (${city}). בינתיים, אצל ${coach}: ${difference}.`,
  clocksAfter: (coach, difference) => `מאז, אצל ${coach}: ${difference}.`,
  offline: 'אין חיבור לאינטרנט.',
  offlineKept: 'הבחירה שלך נשמרה.',
  offlineSince: (time) => `המועדים נכונים לשעה ${time}. הבחירה שלך נשמרה.`,
  takenTitle: (time) => `${time} נתפס זה עתה`,
  takenTitleUnsure: (time) => `${time} אינו פנוי כרגע`,
  takenNotice: 'מישהו הקדים אותך.',
  takenUnsure: 'המועד אינו פנוי כרגע.',
  takenKept: 'מה שכתבת נשמר.',
  takenAlternatives: 'המועדים הפנויים הקרובים',
  earlierBy: (length) => `${length} מוקדם יותר`,
  laterBy: (length) => `${length} מאוחר יותר`,
  sameTimeNextDay: 'אותה שעה, יום אחר כך',
  allTimes: 'כל המועדים',
  priceChanged: (previous, current) => `המחיר כעת הוא ${current} ולא ${previous}.`,
  declinePrice: 'בחירת מועד אחר',
  checkingTitle: 'בודקים את ההזמנה שלך',
  checking: 'החיבור התנתק. אנחנו בודקים אם ההזמנה הגיעה. הישארו בדף הזה.',
  unconfirmedTitle: 'לא הצלחנו לאשר את ההזמנה',
  unconfirmed: 'ייתכן שהיא הגיעה. בדקו שוב לפני שקובעים מועד אחר.',
  checkAgain: 'לבדוק שוב',
  checkingOffline: 'כשהחיבור יחזור נבדוק מיד אם ההזמנה הגיעה. הישארו בדף הזה.',
  goneTitle: (time) => `${time} כבר לא פנוי.`,
  seeOtherTimes: 'לצפייה במועדים אחרים',

  // The hold
  held: 'שמור עבורך',
  heldFor: (time) => `נותרו ${time}`,
  heldEnding: 'המועד שמור עבורך עוד זמן קצר.',
  heldFinal: 'לא ניתן לשמור את המועד יותר. אחר כך עדיין אפשר לקבוע אותו, אם יהיה פנוי.',
  keepTime: 'לשמור עוד',
  heldEnded: 'המועד כבר לא שמור עבורך.',
  heldEndedBody: 'עדיין אפשר לקבוע אותו, אם הוא פנוי.',
  holdAgain: 'לשמור שוב',
  waitSeconds: (seconds) => `אפשר לנסות שוב בעוד ${seconds} שנ׳.`,

  // Details
  name: 'שם',
  email: 'אימייל',
  notes: (coach) => `מה חשוב לציין בפני ${coach}?`,
  choose: 'בחירה',
  errorSummary: answers,
  errorSummaryItem: (label, message) => `${label}: ${message}`,
  fieldErrors: {
    nameRequired: 'הזינו שם.',
    emailRequired: 'הזינו כתובת אימייל.',
    emailInvalid: `בדקו את הכתובת, היא צריכה להיראות כמו ${ltr('name@example.com')}.`,
    emailNoAt: `הוסיפו את החלק מ־@ והלאה, למשל ${ltr('@example.com')}.`,
    emailNoEnding: `הוסיפו את הסיומת, למשל ${ltr('.co.il')} או ${ltr('.com')}.`,
    telInvalid: `הזינו את המספר המלא, למשל ${ltr('+972 3 555 0100')}.`,
    numberInvalid: 'הזינו מספר, למשל 12 או 1.5.',
    required: 'מלאו את השדה הזה.',
    choiceRequired: 'בחרו אפשרות אחת.',
    checkboxRequired: 'סמנו את התיבה כדי להמשיך.',
    invalid: 'בדקו את התשובה הזאת.',
    tooShort: 'כתבו עוד קצת.',
    tooLong: (maximum, count) => `קצרו ל־${maximum} תווים, כעת יש ${count}.`,
    tooSmall: 'בחרו מספר גדול יותר.',
    tooLarge: 'בחרו מספר קטן יותר.',
  },
  bookFor: (price) => `קביעה ב־${price}`,
  bookFree: 'קביעת פגישה',
  chargedIn: (currency) => `החיוב הוא במטבע ${currency}.`,
  sending: 'קובעים…',

  // Booked
  bookedTitle: (day, name) => `נתראה ב${day}, ${name}`,
  bookedWith: (coach) => `הפגישה שלך עם ${coach} נקבעה.`,
  pendingWith: (coach) => `הבקשה נשלחה ומחכה לאישור של ${coach}.`,
  yourTimeIn: (city) => `השעה שלך, ${city}`,
  coachTimeIn: (coach, city) => `השעה של ${coach}, ${city}`,
  addToCalendar: 'הוספה ליומן שלך',
  google: 'Google',
  outlook: 'Outlook',
  ics: '.ics',
  icsName: 'הורדת קובץ יומן',
  newTab: 'נפתח בכרטיסייה חדשה',
  eventTitle: (coach) => `פגישה עם ${coach}`,
  pendingTitle: (day, name) => `נשלחה בקשה ל${day}, ${name}`,
  cancelledTitle: 'הפגישה בוטלה',
  declinedTitle: (coach) => `הפגישה לא אושרה על ידי ${coach}`,
  sessionTitle: (day) => `הפגישה שלך ב${day}`,
  yourNote: (coach) => `ההודעה שלך אל ${coach}`,
  bookAnother: 'קביעת פגישה נוספת',
  bookSession: 'קביעת פגישה',

  // The coach's profile
  sessions: 'פגישות',
  profileNextFree: 'המועד הפנוי הבא',
  nextThreeWeeks: 'שלושת השבועות הקרובים',
  book: (coach) => `קביעה עם ${coach}`,

  // What went wrong, by error code
  errors: {
    notFoundTitle: 'דף ההזמנות הזה אינו זמין',
    notFound: 'לא מצאנו את מי שחיפשת. ייתכן שהקישור אינו מעודכן.',
    notSetUpTitle: 'קביעת פגישות עדיין לא הוגדרה כאן',
    notSetUp: 'האתר שמציג את הדף צריך להשלים את ההגדרה.',
    inactiveTitle: 'אין כרגע קביעת פגישות',
    inactive: (coach) => `כרגע לא ניתן לקבוע פגישות עם ${coach}.`,
    loadTitle: 'לא ניתן לטעון את המועדים',
    network: 'בדקו את החיבור ונסו שוב.',
    rateLimited: 'יותר מדי בקשות בבת אחת. המתינו רגע ונסו שוב.',
    unavailable: 'שירות ההזמנות אינו עונה. נסו שוב בעוד רגע.',
    invalidResponse: 'שירות ההזמנות שלח תשובה שלא הצלחנו לקרוא.',
    outOfPolicy: 'כבר לא ניתן לקבוע את המועד הזה. בחרו מועד אחר.',
    refusedTitle: 'הפגישה לא נקבעה',
    refused: 'שירות ההזמנות לא קיבל אותה. מה שכתבת נשמר.',
    unknown: 'משהו השתבש אצלנו. מה שכתבת נשמר.',
  },
};
export { he as default };
