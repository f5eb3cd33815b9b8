import { detailsFor, type DetailsDictionary } from '../../i18n/details.js';
import { LocaleController } from './locale-controller.js';

/** As `LocaleController`, with the words of the parts that are loaded after the picker. */
export class DetailsController extends LocaleController {
  override get text(): DetailsDictionary {
    return detailsFor(super.text);
  }
}
