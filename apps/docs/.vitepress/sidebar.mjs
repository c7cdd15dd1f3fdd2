import path from 'node:path'
import { PUBLISHED_FOLDERS } from '../../../scripts/addresses/published-folders.mjs'

const PACKAGES = PUBLISHED_FOLDERS.map((folder) => path.basename(folder))

/** The pages of the site, in the order in which a visitor looks for them. */
export const SIDEBAR = [
  {
    text: 'Overview',
    items: [
      { text: 'What it is', link: '/what-it-is' },
      { text: 'Playground', link: '/playground', target: '_self' },
    ],
  },
  {
    text: 'Get started',
    items: [
      { text: 'One command: init, create', link: '/get-started/' },
      { text: 'Express', link: '/get-started/express' },
      { text: 'Fastify', link: '/get-started/fastify' },
      { text: 'Next, App Router', link: '/get-started/next' },
      { text: 'Next, Pages Router', link: '/get-started/next-pages' },
      { text: 'AWS Lambda', link: '/get-started/lambda' },
      { text: 'Hono, Workers, Deno, Bun', link: '/get-started/web-standard' },
      { text: 'SvelteKit', link: '/get-started/sveltekit' },
      { text: 'Nuxt', link: '/get-started/nuxt' },
      { text: 'Astro', link: '/get-started/astro' },
    ],
  },
  {
    text: 'Uploading',
    items: [
      { text: 'Upload routes', link: '/upload-routes' },
      { text: 'Upload queue', link: '/queue' },
      { text: 'Many files', link: '/many-files' },
      { text: 'Retries and failures', link: '/retries' },
      { text: 'React', link: '/react' },
      { text: 'Vue', link: '/vue' },
      { text: 'Svelte', link: '/svelte' },
      { text: 'File Uploader', link: '/file-uploader' },
    ],
  },
  {
    text: 'Backend',
    items: [
      { text: 'Signatures and auth tokens', link: '/credentials' },
      { text: 'Webhooks and receipts', link: '/webhooks' },
      { text: 'Limits and abuse', link: '/limits' },
      { text: 'Testing', link: '/testing' },
      { text: 'Errors', link: '/errors' },
      { text: 'Upload API errors', link: '/upload-api-errors' },
      { text: 'Security', link: '/security' },
    ],
  },
  {
    text: 'More',
    items: [
      { text: 'Migrating', link: '/migrating' },
      { text: 'Upgrading', link: '/upgrading' },
      { text: 'Upload with curl', link: '/curl' },
      { text: 'Sizes and speed', link: '/sizes-and-speed' },
    ],
  },
  {
    text: 'Packages',
    items: [
      { text: 'All packages', link: '/packages/' },
      ...PACKAGES.map((name) => ({ text: name, link: `/packages/${name}` })),
    ],
  },
  { text: 'Reference', items: [{ text: 'API reference', link: '/api/' }] },
]
