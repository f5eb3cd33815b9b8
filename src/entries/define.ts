/** `coach-booking/define`: registers every element on import. They load the languages that they speak. */
import { provideLanguages } from '../i18n/dictionary.js';
import { define } from './define-elements.js';
import { languages } from './languages.js';

provideLanguages(languages);
define();

export { define };
