import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import waymark from './src/portal/index.ts';

// This project's own documentation, as a site.
export default defineConfig({
  srcDir: './src/portal',
  publicDir: './src/portal/public',
  outDir: './build',
  integrations: [
    starlight({
      title: 'Waymark',
      description: 'Keeps documentation to one true guide per topic, true to the interface, and without dead ends.',
      logo: { src: './src/portal/assets/waymark.svg', alt: '' },
      favicon: '/favicon.svg',
      customCss: ['./src/portal/style.css'],
      components: { PageTitle: './src/portal/components/PageTitle.astro' },
      expressiveCode: { styleOverrides: { borderRadius: '0.375rem' } },
      credits: false,
      plugins: [waymark({ content: './content' })],
    }),
  ],
});
