import type { DetailsDictionary } from '../details.js';
import { plural } from '../plural.js';

/** Keeps what is written from left to right together within a sentence. */
const ltr = (text: string) => `\u2066${text}\u2069`;

/** Arabic, in verbal nouns rather than imperatives, which would tell a gender. Digits are those of the region: ١٢٣ in Egypt, 123 in Morocco. */
function arabic(locale: string): DetailsDictionary {
  const digits = new Intl.NumberFormat(locale, { useGrouping: false });
  const number = (value: number) => digits.format(value);
  const freeTimes = plural(
    'ar',
    {
      zero: 'لا مواعيد متاحة',
      one: 'موعد واحد متاح',
      two: 'موعدان متاحان',
      few: '# مواعيد متاحة',
      many: '# موعدًا متاحًا',
      other: '# موعد متاح',
    },
    number,
  );
  const zones = plural(
    'ar',
    {
      zero: 'لا مناطق زمنية',
      one: 'منطقة زمنية واحدة',
      two: 'منطقتان زمنيتان',
      few: '# مناطق زمنية',
      many: '# منطقة زمنية',
      other: '# منطقة زمنية',
    },
    number,
  );
  const answers = plural(
    'ar',
    {
      zero: 'لا إجابات تحتاج إلى مراجعة',
      one: 'إجابة واحدة تحتاج إلى مراجعة',
      two: 'إجابتان تحتاجان إلى مراجعة',
      few: '# إجابات تحتاج إلى مراجعة',
      many: '# إجابة تحتاج إلى مراجعة',
      other: '# إجابة تحتاج إلى مراجعة',
    },
    number,
  );
  return {
    // Shared
    minutes: (count) => `${count} د`,
    loading: 'جارٍ التحميل',
    tryAgain: 'إعادة المحاولة',
    notLoaded: 'تعذّر تحميل هذه الخطوة',
    back: 'رجوع',
    yourCoach: 'المدرب',
    dayAndTime: (day, time) => `${day}، ${time}`,
    timeIn: (time, city) => `${time}، ${city}`,

    // The frame
    detailsTitle: 'بياناتك',
    bookWith: (coach) => `حجز جلسة مع ${coach}`,
    stepOf: (step, total) => `${number(step)} من ${number(total)}`,

    // Length
    lengthTitle: 'ما المدة المطلوبة؟',
    lengths: 'مدة الجلسة',
    nextFree: (when) => `أقرب موعد: ${when}`,
    noTimesSoon: 'لا مواعيد متاحة حاليًا',
    about: (price) => `نحو ${price}`,
    seeTimes: 'عرض المواعيد',
    chooseLengthFirst: 'يلزم اختيار المدة أولًا.',

    // Day
    timeTitle: 'اختيار اليوم والوقت',
    previousPage: 'أيام سابقة',
    nextPage: 'أيام لاحقة',
    today: 'اليوم',
    fewer: 'أقل',
    more: 'أكثر',
    dayWithTimes: (day, count) => `${day}، ${freeTimes(count)}`,
    dayLoading: (day) => `${day}، جارٍ التحميل`,
    dayFrom: (day, price) => `${day}، من ${price}`,
    dayToday: (day) => `اليوم، ${day}`,

    // Time
    times: 'الأوقات',
    night: 'ليلًا',
    morning: 'صباحًا',
    afternoon: 'ظهرًا',
    evening: 'مساءً',
    yourTime: 'توقيتك',
    clocksSame: (yours, city) => `${yours}، ${city}`,
    clocksBeside: (yours, coach, city) => `${yours}، وبجانبه توقيت ${coach}، ${city}`,
    coachTime: (coach, time) => `${time} بتوقيت ${coach}`,
    loadingTimes: 'جارٍ تحميل الأوقات',
    chooseDay: 'تظهر الأوقات بعد اختيار يوم.',
    noTimesOnDay: 'لا أوقات متاحة في هذا اليوم',
    continue: 'متابعة',
    chooseTimeFirst: 'يلزم اختيار الوقت أولًا.',

    // Shared
    free: 'مجانًا',
    optional: 'اختياري',
    close: 'إغلاق',
    hours: (count) => `${count} س`,
    sentence: (words) => `${words}.`,

    // The receipt
    receipt: 'جلستك',
    chooseLengthPrompt: 'اختيار المدة',
    chooseTimePrompt: 'اختيار اليوم والوقت',
    places: { video: 'مكالمة فيديو', phone: 'مكالمة هاتفية', inPerson: 'حضوريًا' },
    yourClock: 'توقيتك',
    hoursAhead: (hours) => `متقدم ${hours} س`,
    hoursBehind: (hours) => `متأخر ${hours} س`,
    onSameTime: 'مطابق لتوقيتك',
    booked: 'محجوزة',
    pending: 'بانتظار التأكيد',
    reference: (id) => `الرقم المرجعي ${ltr(id)}`,

    // The next free day
    nextFreeDay: 'أقرب يوم متاح',
    nextFreeDayIs: (day) => `الأقرب: ${day}`,
    searching: 'جارٍ البحث عن أقرب موعد',
    noTimesHere: 'لا مواعيد متاحة في هذه الأسابيع',
    noTimesAtAll: (coach) => `لا مواعيد متاحة حاليًا مع ${coach}.`,
    nextFreeOf: (coach, length, when) => `أقرب موعد مع ${coach} (${length}): ${when}.`,
    goToDay: (day) => `الانتقال إلى ${day}`,

    // A week, and a list of times
    moreTimes: 'مزيد من الأوقات',
    noTimesThisWeek: 'لا مواعيد متاحة في هذا الأسبوع',

    // Time zone and clock
    timeZone: 'المنطقة الزمنية',
    changeTimeZone: 'تغيير المنطقة الزمنية',
    searchTimeZones: 'مدينة أو بلد أو فارق أو اختصار',
    timeZonesFound: zones,
    noTimeZoneFound: `لا نتائج. يمكن تجربة اسم البلد، أو مدينة أكبر قريبة، أو فارق مثل ${ltr('GMT+2')}.`,
    clock: 'نظام الساعة',
    clock12: `${number(12)} س`,
    clock24: `${number(24)} س`,

    // Notices
    clocksForward: (city, day) => `تُقدَّم الساعة في ${city} يوم ${day}.`,
    clocksBack: (city, day) => `تُؤخَّر الساعة في ${city} يوم ${day}.`,
    clocksAllowed: 'الأوقات المعروضة تراعي ذلك بالفعل.',
    clocksBetween: (city, day, coach, difference) =>
      `وتتغير في ${city} يوم ${day}. حتى ذلك الحين، توقيت ${coach} ${difference}.`,
    clocksAfter: (coach, difference) => `بعد ذلك، توقيت ${coach} ${difference}.`,
    offline: 'لا يوجد اتصال بالإنترنت.',
    offlineKept: 'اختيارك محفوظ.',
    offlineSince: (time) => `هذه المواعيد كما كانت عند ${time}. اختيارك محفوظ.`,
    takenTitle: (time) => `حُجز موعد ${time} للتو`,
    takenTitleUnsure: (time) => `موعد ${time} غير متاح حاليًا`,
    takenNotice: 'سبقك شخص آخر.',
    takenUnsure: 'هذا الموعد غير متاح حاليًا.',
    takenKept: 'ما كتبته محفوظ.',
    takenAlternatives: 'أقرب المواعيد المتاحة',
    earlierBy: (length) => `أبكر بـ ${length}`,
    laterBy: (length) => `بعده بـ ${length}`,
    sameTimeNextDay: 'الوقت نفسه في اليوم التالي',
    allTimes: 'كل المواعيد',
    priceChanged: (previous, current) => `السعر الآن ${current} بدلًا من ${previous}.`,
    declinePrice: 'اختيار موعد آخر',
    checkingTitle: 'جارٍ التحقق من حجزك',
    checking: 'انقطع الاتصال. نتحقق الآن من وصول حجزك. يُرجى البقاء في هذه الصفحة.',
    unconfirmedTitle: 'لم نتمكن من تأكيد حجزك',
    unconfirmed: 'ربما وصل الحجز. يُرجى التحقق مجددًا قبل حجز موعد آخر.',
    checkAgain: 'التحقق مجددًا',
    checkingOffline: 'فور عودة الاتصال سنتحقق من وصول حجزك. يُرجى البقاء في هذه الصفحة.',
    goneTitle: (time) => `لم يعد موعد ${time} متاحًا.`,
    seeOtherTimes: 'عرض مواعيد أخرى',

    // The hold
    held: 'محفوظ لك',
    heldFor: (time) => `بقي ${time}`,
    heldEnding: 'سيبقى موعدك محفوظًا لوقت قصير.',
    heldFinal: 'لا يمكن حفظ موعدك لوقت أطول. بعد ذلك يبقى حجزه ممكنًا ما دام متاحًا.',
    keepTime: 'تمديد الحفظ',
    heldEnded: 'لم يعد موعدك محفوظًا لك.',
    heldEndedBody: 'يبقى حجزه ممكنًا ما دام متاحًا.',
    holdAgain: 'حفظه مجددًا',
    waitSeconds: (seconds) => `تمكن إعادة المحاولة بعد ${seconds} ث.`,

    // Details
    name: 'الاسم',
    email: 'البريد الإلكتروني',
    notes: (coach) => `ملاحظات إلى ${coach}`,
    choose: 'اختيار',
    errorSummary: answers,
    errorSummaryItem: (label, message) => `${label}: ${message}`,
    fieldErrors: {
      nameRequired: 'يُرجى إدخال الاسم.',
      emailRequired: 'يُرجى إدخال البريد الإلكتروني.',
      emailInvalid: `يُرجى مراجعة العنوان، ينبغي أن يكون مثل ${ltr('name@example.com')}.`,
      emailNoAt: `يُرجى إضافة الجزء بدءًا من @، مثل ${ltr('@example.com')}.`,
      emailNoEnding: `يُرجى إضافة النهاية، مثل ${ltr('.com')} أو ${ltr('.net')}.`,
      telInvalid: `يُرجى إدخال الرقم كاملًا، مثل ${ltr('+20 2 5555 0100')}.`,
      numberInvalid: `يُرجى إدخال رقم، مثل ${number(12)} أو ${number(1.5)}.`,
      required: 'يُرجى ملء هذا الحقل.',
      choiceRequired: 'يُرجى اختيار أحد الخيارات.',
      checkboxRequired: 'يُرجى تحديد هذا المربع للمتابعة.',
      invalid: 'يُرجى مراجعة هذه الإجابة.',
      tooShort: 'يُرجى كتابة المزيد.',
      tooLong: (maximum, count) => `الحد الأقصى للأحرف ${maximum}، والعدد الآن ${count}.`,
      tooSmall: 'يُرجى اختيار رقم أكبر.',
      tooLarge: 'يُرجى اختيار رقم أصغر.',
    },
    bookFor: (price) => `حجز بسعر ${price}`,
    bookFree: 'حجز',
    chargedIn: (currency) => `يُحتسب المبلغ بعملة ${currency}.`,
    sending: 'جارٍ الحجز…',

    // Booked
    bookedTitle: (day, name) => `موعدنا ${day}، ${name}`,
    bookedWith: (coach) => `تم حجز جلستك مع ${coach}.`,
    pendingWith: (coach) => `تم إرسال طلبك، وهو بانتظار تأكيد ${coach}.`,
    yourTimeIn: (city) => `توقيتك، ${city}`,
    coachTimeIn: (coach, city) => `توقيت ${coach}، ${city}`,
    addToCalendar: 'إضافة إلى تقويمك',
    google: 'Google',
    outlook: 'Outlook',
    ics: '.ics',
    icsName: 'تنزيل ملف تقويم',
    newTab: 'يُفتح في علامة تبويب جديدة',
    eventTitle: (coach) => `جلسة مع ${coach}`,
    pendingTitle: (day, name) => `تم طلب موعد ${day}، ${name}`,
    cancelledTitle: 'أُلغيت هذه الجلسة',
    declinedTitle: (coach) => `تعذّر على ${coach} قبول هذه الجلسة`,
    sessionTitle: (day) => `جلستك: ${day}`,
    yourNote: (coach) => `رسالتك إلى ${coach}`,
    bookAnother: 'حجز جلسة أخرى',
    bookSession: 'حجز جلسة',

    // The coach's profile
    sessions: 'الجلسات',
    profileNextFree: 'أقرب موعد',
    nextThreeWeeks: 'الأسابيع الثلاثة القادمة',
    book: (coach) => `حجز مع ${coach}`,

    // What went wrong, by error code
    errors: {
      notFoundTitle: 'صفحة الحجز هذه غير متاحة',
      notFound: 'لم نجد هذا المدرب. ربما لم يعد الرابط صالحًا.',
      notSetUpTitle: 'الحجز غير مُعدّ هنا بعد',
      notSetUp: 'على الموقع الذي يعرض هذه الصفحة إكمال إعداده.',
      inactiveTitle: 'لا حجوزات حاليًا',
      inactive: (coach) => `لا تُقبل حجوزات مع ${coach} حاليًا.`,
      loadTitle: 'تعذّر تحميل المواعيد',
      network: 'يُرجى التحقق من الاتصال ثم إعادة المحاولة.',
      rateLimited: 'طلبات كثيرة دفعة واحدة. يُرجى الانتظار قليلًا ثم إعادة المحاولة.',
      unavailable: 'خدمة الحجز لا تستجيب. يُرجى إعادة المحاولة بعد قليل.',
      invalidResponse: 'أرسلت خدمة الحجز ردًا لم نتمكن من قراءته.',
      outOfPolicy: 'لم يعد حجز هذا الموعد ممكنًا. يُرجى اختيار موعد آخر.',
      refusedTitle: 'لم يتم الحجز',
      refused: 'لم تقبل خدمة الحجز الطلب. ما كتبته محفوظ.',
      unknown: 'حدث خطأ من جانبنا. ما كتبته محفوظ.',
    },
  };
}

const made = new Map<string, DetailsDictionary>();

/** The words as a region writes them, made once. */
export function arabicOf(locale: string): DetailsDictionary {
  let dictionary = made.get(locale);
  if (!dictionary) made.set(locale, (dictionary = arabic(locale)));
  return dictionary;
}
export { arabicOf as default };
