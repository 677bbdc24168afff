import type { StarlightLocals } from '@astrojs/starlight';
import type { texts } from './texts.ts';

type Texts = (typeof texts)['en'];

// What Starlight adds to every page, and the texts that this plugin adds to Starlight's.
declare global {
  namespace App {
    interface Locals extends StarlightLocals {}
  }
  namespace StarlightApp {
    interface I18n extends Texts {}
  }
}
