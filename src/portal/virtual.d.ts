// Modules that the plugin makes at build time. A file that imports anything could only add to modules that exist.
/* oxlint-disable typescript/consistent-type-imports */

declare module 'virtual:waymark/flows' {
  /** By the folder of the locale. */
  const flows: Record<string, import('./flow-views.ts').FlowView[]>;
  export default flows;
}

declare module 'virtual:waymark/portal' {
  const data: import('./portal-data.ts').PortalData;
  export default data;
}

declare module 'virtual:waymark/product' {
  /** By language tag. */
  const views: Record<string, import('./product-view.ts').ProductView>;
  export default views;
}

declare module 'virtual:waymark/interface' {
  const data: import('./interface-data.ts').InterfaceData;
  export default data;
}
