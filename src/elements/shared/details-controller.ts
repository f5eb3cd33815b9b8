import { detailsFor, type DetailsDictionary } from '../../i18n/details.js';
import { wantCities } from './cities.js';
import { LocaleController } from './locale-controller.js';

/** As `LocaleController`, with the words of the parts that are loaded after the picker, and cities by the names that they have in its language. */
export class DetailsController extends LocaleController {
  override get text(): DetailsDictionary {
    return detailsFor(super.text);
  }

  override hostUpdate(): void {
    super.hostUpdate();
    if (!this.waiting) wantCities(this.locale);
  }
}
