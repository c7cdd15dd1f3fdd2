import fastify from 'fastify'
import fastify4 from 'fastify-4'

/** The supported versions, by their name in docs/contract.md. */
export const FASTIFY_VERSIONS = [
  ['Fastify 5', fastify],
  ['Fastify 4', fastify4],
] as const
