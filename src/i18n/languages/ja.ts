import type { DetailsDictionary } from '../details.js';
import { plural } from '../plural.js';

const YOUR_COACH = 'コーチ';
const san = (name: string) => (name === YOUR_COACH ? name : `${name}さん`);

const freeTimes = plural('ja', { other: '空き#件' });
const zones = plural('ja', { other: '#件のタイムゾーン' });
const answers = plural('ja', { other: '#件の入力内容をご確認ください' });

/** Japanese, in the polite style. */
export const ja: DetailsDictionary = {
  // Shared
  minutes: (count) => `${count}分`,
  loading: '読み込み中',
  tryAgain: '再試行',
  notLoaded: 'このステップを読み込めませんでした',
  back: '戻る',
  yourCoach: YOUR_COACH,
  dayAndTime: (day, time) => `${day} ${time}`,
  timeIn: (time, city) => `${time}（${city}）`,

  // The frame
  detailsTitle: 'お客様の情報',
  bookWith: (coach) => `${san(coach)}とのセッションを予約`,
  stepOf: (step, total) => `${step}/${total}`,

  // Length
  lengthTitle: 'ご希望の長さは？',
  lengths: 'セッションの長さ',
  nextFree: (when) => `次の空き：${when}`,
  noTimesSoon: '現在空きはありません',
  about: (price) => `約${price}`,
  seeTimes: '時間を見る',
  chooseLengthFirst: '先に長さを選んでください。',

  // Day
  timeTitle: '日時を選択',
  previousPage: '前の期間',
  nextPage: '次の期間',
  today: '今日',
  fewer: '少ない',
  more: '多い',
  dayWithTimes: (day, count) => `${day}、${count === 0 ? '空きなし' : freeTimes(count)}`,
  dayLoading: (day) => `${day}、読み込み中`,
  dayFrom: (day, price) => `${day}、${price}から`,
  dayToday: (day) => `今日、${day}`,

  // Time
  times: '時間',
  night: '深夜',
  morning: '午前',
  afternoon: '午後',
  evening: '夕方・夜',
  yourTime: 'お客様の時間',
  clocksSame: (yours, city) => `${yours}：${city}`,
  clocksBeside: (yours, coach, city) => `${yours}と${san(coach)}の時間（${city}）`,
  coachTime: (coach, time) => `${san(coach)}は${time}`,
  loadingTimes: '時間を読み込み中',
  chooseDay: '日を選ぶと時間が表示されます。',
  noTimesOnDay: 'この日に空きはありません',
  continue: '次へ',
  chooseTimeFirst: '先に時間を選んでください。',

  // Shared
  free: '無料',
  optional: '任意',
  close: '閉じる',
  hours: (count) => `${count}時間`,
  sentence: (words) => `${words}。`,

  // The receipt
  receipt: 'ご予約内容',
  chooseLengthPrompt: '長さを選択',
  chooseTimePrompt: '日時を選択',
  places: { video: 'ビデオ通話', phone: '電話', inPerson: '対面' },
  yourClock: 'お客様の時間',
  hoursAhead: (hours) => `${hours}時間進んでいます`,
  hoursBehind: (hours) => `${hours}時間遅れています`,
  onSameTime: '同じ時刻です',
  booked: '予約済み',
  pending: '確認待ち',
  reference: (id) => `予約番号 ${id}`,

  // The next free day
  nextFreeDay: '次の空き日',
  nextFreeDayIs: (day) => `次：${day}`,
  searching: '次の空きを探しています',
  noTimesHere: 'この期間に空きはありません',
  noTimesAtAll: (coach) => `${san(coach)}には現在予約できる時間がありません。`,
  nextFreeOf: (coach, length, when) => `${san(coach)}の次の空き（${length}）は${when}です。`,
  goToDay: (day) => `${day}へ移動`,

  // A week, and a list of times
  moreTimes: '時間をもっと見る',
  noTimesThisWeek: 'この週に空きはありません',

  // Time zone and clock
  timeZone: 'タイムゾーン',
  changeTimeZone: 'タイムゾーンを変更',
  searchTimeZones: '都市、国、時差、JST など',
  timeZonesFound: zones,
  noTimeZoneFound: '見つかりません。国名、近くの大きな都市、または GMT+9 のような時差で試してください。',
  clock: '時刻の表示',
  clock12: '12時間',
  clock24: '24時間',

  // Notices
  clocksForward: (city, day) => `${city}では${day}に時計が進みます。`,
  clocksBack: (city, day) => `${city}では${day}に時計が戻ります。`,
  clocksAllowed: '表示されている時刻には反映済みです。',
  clocksBetween: (city, day, coach, difference) =>
    `${city}の切り替えは${day}です。それまで${san(coach)}の時刻は${difference}。`,
  clocksAfter: (coach, difference) => `以降、${san(coach)}の時刻は${difference}。`,
  offline: 'オフラインです。',
  offlineKept: '選択内容は保持されています。',
  offlineSince: (time) => `${time}時点の時間です。選択内容は保持されています。`,
  takenTitle: (time) => `${time}は予約されました`,
  takenTitleUnsure: (time) => `${time}は現在空いていません`,
  takenNotice: 'ほかの方が先に予約しました。',
  takenUnsure: '現在この時間は空いていません。',
  takenKept: '入力内容は保持されています。',
  takenAlternatives: '近い空き時間',
  earlierBy: (length) => `${length}早い`,
  laterBy: (length) => `${length}遅い`,
  sameTimeNextDay: '翌日の同じ時間',
  allTimes: 'すべての時間',
  priceChanged: (previous, current) => `料金は${previous}から${current}に変わりました。`,
  declinePrice: '別の時間を選ぶ',
  checkingTitle: '予約を確認しています',
  checking: '接続が切れました。予約が届いたか確認しています。このページを開いたままお待ちください。',
  unconfirmedTitle: '予約を確認できませんでした',
  unconfirmed: '届いている可能性があります。別の時間を予約する前に、もう一度確認してください。',
  checkAgain: 'もう一度確認',
  checkingOffline: 'オンラインに戻り次第、予約が届いたか確認します。このページを開いたままお待ちください。',
  goneTitle: (time) => `${time}は空きがなくなりました。`,
  seeOtherTimes: 'ほかの時間を見る',

  // The hold
  held: '仮押さえ中',
  heldFor: (time) => `残り${time}`,
  heldEnding: '仮押さえはまもなく終了します。',
  heldFinal: 'これ以上は仮押さえできません。終了後も、空いていれば予約できます。',
  keepTime: '延長する',
  heldEnded: '仮押さえは終了しました。',
  heldEndedBody: '空いていれば、まだ予約できます。',
  holdAgain: 'もう一度押さえる',
  waitSeconds: (seconds) => `${seconds}秒後に再試行できます。`,

  // Details
  name: 'お名前',
  email: 'メールアドレス',
  notes: (coach) => `${san(coach)}に伝えておきたいこと`,
  choose: '選択',
  errorSummary: answers,
  errorSummaryItem: (label, message) => `${label}：${message}`,
  fieldErrors: {
    nameRequired: 'お名前を入力してください。',
    emailRequired: 'メールアドレスを入力してください。',
    emailInvalid: 'アドレスをご確認ください。例：name@example.com',
    emailNoAt: '@以降を入力してください。例：@example.com',
    emailNoEnding: '末尾を入力してください。例：.jp、.com',
    telInvalid: '番号をすべて入力してください。例：+81 3 5555 0100',
    numberInvalid: '数値を入力してください。例：12、1.5',
    required: '入力してください。',
    choiceRequired: '1つ選んでください。',
    checkboxRequired: '続けるにはチェックを入れてください。',
    invalid: '入力内容をご確認ください。',
    tooShort: 'もう少し詳しく入力してください。',
    tooLong: (maximum, count) => `${maximum}文字以内にしてください（現在${count}文字）。`,
    tooSmall: 'より大きい数値にしてください。',
    tooLarge: 'より小さい数値にしてください。',
  },
  bookFor: (price) => `${price}で予約`,
  bookFree: '予約する',
  chargedIn: (currency) => `お支払いは${currency}です。`,
  sending: '予約しています…',

  // Booked
  bookedTitle: (day, name) => `${san(name)}、${day}にお会いしましょう`,
  bookedWith: (coach) => `${san(coach)}とのセッションを予約しました。`,
  pendingWith: (coach) => `リクエストを送信しました。${san(coach)}の確認をお待ちください。`,
  yourTimeIn: (city) => `お客様の時間（${city}）`,
  coachTimeIn: (coach, city) => `${san(coach)}の時間（${city}）`,
  addToCalendar: 'カレンダーに追加',
  google: 'Google',
  outlook: 'Outlook',
  ics: '.ics',
  icsName: 'カレンダーファイルをダウンロード',
  newTab: '新しいタブで開きます',
  eventTitle: (coach) => `${san(coach)}とのセッション`,
  pendingTitle: (day, name) => `${san(name)}、${day}をリクエストしました`,
  cancelledTitle: 'このセッションはキャンセルされました',
  declinedTitle: (coach) => `${san(coach)}はこのセッションをお受けできませんでした`,
  sessionTitle: (day) => `${day}のセッション`,
  yourNote: (coach) => `${san(coach)}へのメッセージ`,
  bookAnother: '別のセッションを予約',
  bookSession: 'セッションを予約',

  // The coach's profile
  sessions: 'セッション',
  profileNextFree: '次の空き',
  nextThreeWeeks: '今後3週間',
  book: (coach) => `${san(coach)}を予約`,

  // What went wrong, by error code
  errors: {
    notFoundTitle: 'この予約ページはご利用いただけません',
    notFound: 'このコーチが見つかりませんでした。リンクが古い可能性があります。',
    notSetUpTitle: '予約の準備がまだできていません',
    notSetUp: 'このページを表示しているサイトの設定が完了していません。',
    inactiveTitle: '現在予約を受け付けていません',
    inactive: (coach) => `${san(coach)}は現在予約を受け付けていません。`,
    loadTitle: '時間を読み込めませんでした',
    network: '接続を確認して、もう一度お試しください。',
    rateLimited: 'リクエストが多すぎます。少し待ってからもう一度お試しください。',
    unavailable: '予約サービスから応答がありません。しばらくしてからもう一度お試しください。',
    invalidResponse: '予約サービスの応答を読み取れませんでした。',
    outOfPolicy: 'この時間はもう予約できません。別の時間を選んでください。',
    refusedTitle: '予約できませんでした',
    refused: '予約サービスが受け付けませんでした。入力内容は保持されています。',
    unknown: 'こちら側で問題が発生しました。入力内容は保持されています。',
  },
};
export { ja as default };
