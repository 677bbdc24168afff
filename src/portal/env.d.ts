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

declare module 'virtual:waymark/product' {
  import type { ProductView } from './product-view.ts';
  /** By language tag. */
  const views: Record<string, ProductView>;
  export default views;
}

declare module 'virtual:waymark/interface' {
  import type { InterfaceData } from './interface-data.ts';
  const data: InterfaceData;
  export default data;
}
