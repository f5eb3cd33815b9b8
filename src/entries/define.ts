/** `coach-booking/define`: registers every element on import. */
import { define } from './define-elements.js';

define();

export { define };
