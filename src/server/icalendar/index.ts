export { createICalendarSource, type ICalendarSourceOptions } from './icalendar-source.js';
