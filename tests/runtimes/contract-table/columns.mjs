/**
 * The adapters and runtimes that are tested, in the order of `docs/contract.md`. The results of an adapter come from the
 * `create-token-handler.test.ts` and `create-webhook-handler.test.ts` in its folder of `packages`, by the name passed to
 * `describeTokenEndpoint` and `describeWebhookEndpoint`; the results of a runtime from the suite that ran in it.
 */
export const COLUMNS = [
  { title: 'Express 5', adapter: 'Express 5', folder: 'express/test' },
  { title: 'Express 4', adapter: 'Express 4', folder: 'express/test' },
  { title: 'Next app', adapter: "Next's App Router", folder: 'next/test' },
  { title: 'Next edge', adapter: "Next's App Router at the edge", folder: 'next/test' },
  { title: 'Next pages', adapter: "Next's Pages Router", folder: 'next/test/pages' },
  { title: 'Lambda v1', adapter: 'Lambda behind a REST API', folder: 'lambda/test' },
  { title: 'Lambda v2', adapter: 'Lambda behind an HTTP API', folder: 'lambda/test' },
  { title: 'Lambda URL', adapter: 'Lambda behind a function URL', folder: 'lambda/test' },
  { title: 'Lambda ALB', adapter: 'Lambda behind a load balancer', folder: 'lambda/test' },
  {
    title: 'Lambda ALB, multi-value',
    adapter: 'Lambda behind a load balancer with multi-value headers',
    folder: 'lambda/test',
  },
  { title: 'Fastify 5', adapter: 'Fastify 5', folder: 'fastify/test' },
  { title: 'Fastify 4', adapter: 'Fastify 4', folder: 'fastify/test' },
  { title: 'Node 20', runtime: 'node 20' },
  { title: 'Node 22', runtime: 'node 22' },
  { title: 'Node 24', runtime: 'node 24' },
  { title: 'Node 26', runtime: 'node 26' },
  { title: 'workerd', runtime: 'workerd' },
  { title: 'Deno', runtime: 'deno' },
  { title: 'Bun', runtime: 'bun' },
  { title: 'edge-runtime', runtime: 'edge-runtime' },
]
