import { slug } from 'github-slugger'
import { defineConfig } from 'vitepress'
import { REPOSITORY_URL, SITE_URL } from '../../../scripts/project-address.mjs'
import { emptyHeadersAsCells } from './empty-headers-as-cells.js'
import { mainLandmark } from './main-landmark.js'
import { SIDEBAR } from './sidebar.mjs'

const basePath = process.env['DOCS_BASE'] ?? (SITE_URL === '' ? '/' : new URL(`${SITE_URL}/`).pathname)

export default defineConfig({
  title: 'Secure uploading',
  titleTemplate: ':title | Secure uploading for Uploadcare',
  description:
    'Secure uploading to Uploadcare for TypeScript: tokens from your backend, uploads straight from the browser',
  lang: 'en-US',
  base: basePath,
  srcDir: 'pages',
  outDir: 'dist',
  // Texts that several pages include.
  srcExclude: ['**/parts/**'],
  cleanUrls: true,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${basePath}icon.svg` }]],
  ...(SITE_URL === '' ? {} : { sitemap: { hostname: `${SITE_URL}/` } }),
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: emptyHeadersAsCells,
    // The documents of the repository link to headings as GitHub names them.
    anchor: { slugify: slug },
  },
  transformHtml: mainLandmark,
  themeConfig: {
    search: { provider: 'local' },
    outline: { level: [2, 3] },
    nav: [
      { text: 'Guide', link: '/what-it-is' },
      // A full page load, because the service worker only controls pages that were loaded from its scope.
      { text: 'Playground', link: '/playground', target: '_self' },
      { text: 'Errors', link: '/errors' },
      { text: 'Reference', link: '/api/' },
    ],
    sidebar: SIDEBAR,
    ...(REPOSITORY_URL === '' ? {} : { socialLinks: [{ icon: 'github', link: REPOSITORY_URL }] }),
  },
})
