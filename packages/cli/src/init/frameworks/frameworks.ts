import { astro } from './astro.js'
import { express } from './express/express.js'
import { fastify } from './fastify.js'
import type { Framework } from './framework.js'
import { hono } from './hono.js'
import { lambda } from './lambda.js'
import { nextApp } from './next-app.js'
import { nextPages } from './next-pages.js'
import { nuxt } from './nuxt.js'
import { svelteKit } from './sveltekit.js'

/** The frameworks in the order in which they are recognized: those that contain others come first. */
export const FRAMEWORKS: readonly Framework[] = [
  nextApp,
  nextPages,
  svelteKit,
  nuxt,
  astro,
  express,
  fastify,
  hono,
  lambda,
]
