import fastify from 'fastify'
import fastify4 from 'fastify-4'

/** The versions that the package is for, by the name of their column in the contract's table. */
export const FASTIFY_VERSIONS = [
  ['Fastify 5', fastify],
  ['Fastify 4', fastify4],
] as const
