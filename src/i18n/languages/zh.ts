import type { DetailsDictionary } from '../details.js';
import { plural } from '../plural.js';

const freeTimes = plural('zh', { other: '# 个可约时间' });
const zones = plural('zh', { other: '# 个时区' });
const answers = plural('zh', { other: '请检查 # 处填写内容' });

/** Simplified Chinese, with 您. */
export const zh: DetailsDictionary = {
  // Shared
  minutes: (count) => `${count} 分钟`,
  loading: '正在加载',
  tryAgain: '重试',
  notLoaded: '无法加载此步骤',
  back: '返回',
  yourCoach: '教练',
  dayAndTime: (day, time) => `${day} ${time}`,
  timeIn: (time, city) => `${time}（${city}）`,

  // The frame
  detailsTitle: '您的信息',
  bookWith: (coach) => `预约 ${coach}`,
  stepOf: (step, total) => `${step}/${total}`,

  // Length
  lengthTitle: '您需要多长时间？',
  lengths: '时长',
  nextFree: (when) => `最早可约：${when}`,
  noTimesSoon: '目前没有可约时间',
  about: (price) => `约 ${price}`,
  seeTimes: '查看时间',
  chooseLengthFirst: '请先选择时长。',

  // Day
  timeTitle: '选择日期和时间',
  previousPage: '更早的日期',
  nextPage: '更晚的日期',
  today: '今天',
  fewer: '少',
  more: '多',
  dayWithTimes: (day, count) => `${day}，${count === 0 ? '没有可约时间' : freeTimes(count)}`,
  dayLoading: (day) => `${day}，正在加载`,
  dayFrom: (day, price) => `${day}，${price} 起`,
  dayToday: (day) => `今天，${day}`,

  // Time
  times: '时间',
  night: '凌晨',
  morning: '上午',
  afternoon: '下午',
  evening: '晚上',
  yourTime: '您的时间',
  clocksSame: (yours, city) => `${yours}：${city}`,
  clocksBeside: (yours, coach, city) => `${yours}，旁边是 ${coach} 的时间（${city}）`,
  coachTime: (coach, time) => `${coach} 那里是 ${time}`,
  loadingTimes: '正在加载时间',
  chooseDay: '选择日期即可查看时间。',
  noTimesOnDay: '这一天没有可约时间',
  continue: '继续',
  chooseTimeFirst: '请先选择时间。',

  // Shared
  free: '免费',
  optional: '选填',
  close: '关闭',
  hours: (count) => `${count} 小时`,
  sentence: (words) => `${words}。`,

  // The receipt
  receipt: '您的预约',
  chooseLengthPrompt: '选择时长',
  chooseTimePrompt: '选择日期和时间',
  places: { video: '视频通话', phone: '电话', inPerson: '面谈' },
  yourClock: '您的时间',
  hoursAhead: (hours) => `早 ${hours} 小时`,
  hoursBehind: (hours) => `晚 ${hours} 小时`,
  onSameTime: '与您的时间相同',
  booked: '已预约',
  pending: '待确认',
  reference: (id) => `编号 ${id}`,

  // The next free day
  nextFreeDay: '下一个可约日期',
  nextFreeDayIs: (day) => `下一个：${day}`,
  searching: '正在查找最早的可约时间',
  noTimesHere: '这几周没有可约时间',
  noTimesAtAll: (coach) => `${coach} 目前没有可约时间。`,
  nextFreeOf: (coach, length, when) => `${coach} 最早的可约时间（${length}）是 ${when}。`,
  goToDay: (day) => `前往 ${day}`,

  // A week, and a list of times
  moreTimes: '更多时间',
  noTimesThisWeek: '这一周没有可约时间',

  // Time zone and clock
  timeZone: '时区',
  changeTimeZone: '更改时区',
  searchTimeZones: '城市、国家、时差或缩写',
  timeZonesFound: zones,
  noTimeZoneFound: '没有找到。请试试国家、附近更大的城市，或 GMT+8 这样的时差。',
  clock: '时间格式',
  clock12: '12 小时',
  clock24: '24 小时',

  // Notices
  clocksForward: (city, day) => `${city} 的时钟将于 ${day} 调快。`,
  clocksBack: (city, day) => `${city} 的时钟将于 ${day} 调慢。`,
  clocksAllowed: '所示时间已考虑这一变化。',
  clocksBetween: (city, day, coach, difference) => `${city} 将于 ${day} 调整。在此期间，${coach} 的时间${difference}。`,
  clocksAfter: (coach, difference) => `此后，${coach} 的时间${difference}。`,
  offline: '您已离线。',
  offlineKept: '您的选择已保留。',
  offlineSince: (time) => `这些是 ${time} 时的可约时间。您的选择已保留。`,
  takenTitle: (time) => `${time} 刚刚被约走`,
  takenTitleUnsure: (time) => `${time} 目前不可约`,
  takenNotice: '有人抢先了一步。',
  takenUnsure: '这个时间目前不可约。',
  takenKept: '您填写的内容已保留。',
  takenAlternatives: '最接近的可约时间',
  earlierBy: (length) => `早 ${length}`,
  laterBy: (length) => `晚 ${length}`,
  sameTimeNextDay: '第二天同一时间',
  allTimes: '所有时间',
  priceChanged: (previous, current) => `价格已由 ${previous} 变为 ${current}。`,
  declinePrice: '选择其他时间',
  checkingTitle: '正在核实您的预约',
  checking: '连接中断了。我们正在核实预约是否已送达，请停留在此页面。',
  unconfirmedTitle: '我们无法确认您的预约',
  unconfirmed: '预约可能已经送达。在预约其他时间之前，请再核实一次。',
  checkAgain: '再次核实',
  checkingOffline: '恢复联网后，我们会立即核实预约是否已送达。请停留在此页面。',
  goneTitle: (time) => `${time} 已不可约。`,
  seeOtherTimes: '查看其他时间',

  // The hold
  held: '已为您保留',
  heldFor: (time) => `剩余 ${time}`,
  heldEnding: '这个时间即将不再为您保留。',
  heldFinal: '无法再继续保留。之后只要还空着，您仍可预约。',
  keepTime: '延长保留',
  heldEnded: '这个时间已不再为您保留。',
  heldEndedBody: '只要还空着，您仍可预约。',
  holdAgain: '再次保留',
  waitSeconds: (seconds) => `${seconds} 秒后可重试。`,

  // Details
  name: '姓名',
  email: '电子邮箱',
  notes: (coach) => `您想让 ${coach} 了解什么？`,
  choose: '请选择',
  errorSummary: answers,
  errorSummaryItem: (label, message) => `${label}：${message}`,
  fieldErrors: {
    nameRequired: '请输入您的姓名。',
    emailRequired: '请输入您的电子邮箱。',
    emailInvalid: '请检查邮箱，格式应类似 name@example.com。',
    emailNoAt: '请补上 @ 及其后的部分，例如 @example.com。',
    emailNoEnding: '请补上结尾，例如 .cn 或 .com。',
    telInvalid: '请输入完整号码，例如 +86 10 5555 0100。',
    numberInvalid: '请输入数字，例如 12 或 1.5。',
    required: '请填写此项。',
    choiceRequired: '请选择一项。',
    checkboxRequired: '勾选此项后才能继续。',
    invalid: '请检查此项。',
    tooShort: '请再多写一点。',
    tooLong: (maximum, count) => `请缩短到 ${maximum} 个字符以内，目前有 ${count} 个。`,
    tooSmall: '请选择更大的数字。',
    tooLarge: '请选择更小的数字。',
  },
  bookFor: (price) => `以 ${price} 预约`,
  bookFree: '预约',
  chargedIn: (currency) => `以 ${currency} 收费。`,
  sending: '正在预约…',

  // Booked
  bookedTitle: (day, name) => `${name}，${day}见`,
  bookedWith: (coach) => `您与 ${coach} 的预约已成功。`,
  pendingWith: (coach) => `您的申请已发送，等待 ${coach} 确认。`,
  yourTimeIn: (city) => `您的时间，${city}`,
  coachTimeIn: (coach, city) => `${coach} 的时间，${city}`,
  addToCalendar: '添加到您的日历',
  google: 'Google',
  outlook: 'Outlook',
  ics: '.ics',
  icsName: '下载日历文件',
  newTab: '在新标签页中打开',
  eventTitle: (coach) => `与 ${coach} 的预约`,
  pendingTitle: (day, name) => `${name}，已申请 ${day}`,
  cancelledTitle: '此预约已取消',
  declinedTitle: (coach) => `${coach} 无法接受此预约`,
  sessionTitle: (day) => `您在 ${day} 的预约`,
  yourNote: (coach) => `您给 ${coach} 的留言`,
  bookAnother: '再约一次',
  bookSession: '立即预约',

  // The coach's profile
  sessions: '可预约项目',
  profileNextFree: '最早可约',
  nextThreeWeeks: '未来三周',
  book: (coach) => `预约 ${coach}`,

  // What went wrong, by error code
  errors: {
    notFoundTitle: '此预约页面不可用',
    notFound: '找不到这位教练，链接可能已过期。',
    notSetUpTitle: '这里尚未开通预约',
    notSetUp: '显示此页面的网站需要先完成设置。',
    inactiveTitle: '目前不接受预约',
    inactive: (coach) => `${coach} 目前不接受预约。`,
    loadTitle: '无法加载时间',
    network: '请检查网络连接后重试。',
    rateLimited: '请求过于频繁，请稍候重试。',
    unavailable: '预约服务没有响应，请稍后重试。',
    invalidResponse: '无法读取预约服务返回的内容。',
    outOfPolicy: '这个时间已不能预约，请选择其他时间。',
    refusedTitle: '预约未成功',
    refused: '预约服务没有接受。您填写的内容已保留。',
    unknown: '我们这边出了问题。您填写的内容已保留。',
  },
};
export { zh as default };
