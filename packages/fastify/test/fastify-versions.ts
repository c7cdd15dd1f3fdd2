import fastify from 'fastify'
import fastify4 from 'fastify-4'
import rawBody from 'fastify-raw-body'
import rawBody4 from 'fastify-raw-body-4'

/** The supported versions, by their name in docs/contract.md. */
export const FASTIFY_VERSIONS = [
  ['Fastify 5', fastify],
  ['Fastify 4', fastify4],
] as const

/** The supported versions with their version of fastify-raw-body. */
export const RAW_BODY_PLUGINS = [
  ['Fastify 5', fastify, rawBody],
  ['Fastify 4', fastify4, rawBody4],
] as const
