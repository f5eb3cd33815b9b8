/** Loaded with the first answer, or the first failure: what choosing a time does not need as long as all goes well. */
export { recover } from './recover.js';
export * from './requests.js';
