/** A framework that has an example. */
export interface Framework {
  name: string
  /** The name of its folder in `projects/`, and of its example in `packages/server/examples`. */
  project: string
  /** Replaces dependencies of the project. */
  dependencies?: Record<string, string>
  /** Where the example imports `findUser` from. */
  findUser: string
  /** The arguments of `node` that start the built app. */
  start: readonly string[]
  /** The folder with the scripts for browsers, if the framework builds any. */
  browserFolder?: string
  /** Whether the framework refuses a POST that has no Content-Type and not its own Origin. */
  refusesForms?: true
}

const SVELTEKIT = {
  project: 'sveltekit',
  findUser: 'src/lib/find-user.ts',
  start: ['build/index.js'],
  browserFolder: 'build/client',
}

const REACT_ROUTER = {
  project: 'react-router',
  findUser: 'app/find-user.ts',
  start: ['node_modules/@react-router/serve/dist/cli.js', 'build/server/index.js'],
  browserFolder: 'build/client',
}

export const FRAMEWORKS: readonly Framework[] = [
  { name: 'Hono 4', project: 'hono', findUser: 'find-user.ts', start: ['dist/main.js'] },
  { name: 'Elysia 1', project: 'elysia', findUser: 'find-user.ts', start: ['dist/main.js'] },
  { name: 'Koa 3', project: 'koa', findUser: 'find-user.ts', start: ['dist/server.js'] },
  { name: 'NestJS 12', project: 'nestjs', findUser: 'find-user.ts', start: ['dist/main.js'] },
  { ...SVELTEKIT, name: 'SvelteKit 3', refusesForms: true },
  {
    ...SVELTEKIT,
    name: 'SvelteKit 2',
    dependencies: { '@sveltejs/kit': '2.70.4', '@sveltejs/adapter-node': '5.5.7' },
  },
  { ...REACT_ROUTER, name: 'React Router 8' },
  {
    ...REACT_ROUTER,
    name: 'React Router 7',
    dependencies: {
      'react-router': '7.18.4',
      '@react-router/dev': '7.18.4',
      '@react-router/node': '7.18.4',
      '@react-router/serve': '7.18.4',
    },
  },
  {
    name: 'Nuxt 4',
    project: 'nuxt',
    findUser: 'server/utils/find-user.ts',
    start: ['.output/server/index.mjs'],
    browserFolder: '.output/public',
  },
  {
    name: 'Astro 7',
    project: 'astro',
    findUser: 'src/find-user.ts',
    start: ['dist/server/entry.mjs'],
    refusesForms: true,
  },
  {
    name: 'TanStack Start 1',
    project: 'tanstack-start',
    findUser: 'src/find-user.ts',
    start: ['.output/server/index.mjs'],
    browserFolder: '.output/public',
  },
  {
    name: 'SolidStart 2',
    project: 'solid-start',
    findUser: 'src/find-user.ts',
    start: ['.output/server/index.mjs'],
    browserFolder: '.output/public',
  },
]
