import { WHERE_ALL_ARE_INSTALLED } from '../index.js'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { moduleThatImports, reasonToRefuse, SERVER_ENTRIES } from './server-packages.js'

it.each(SERVER_ENTRIES)('Vite refuses to put %s into a page, and says why', async (entry) => {
  const page = build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: 'virtual:page' } },
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === 'virtual:page' ? `${WHERE_ALL_ARE_INSTALLED}/page.js` : undefined),
        load: (id) => (id.endsWith('/page.js') ? moduleThatImports(entry) : undefined),
      },
    ],
  })
  await expect(page).rejects.toThrow(reasonToRefuse(entry))
})
