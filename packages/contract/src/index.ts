export type { Serve, Served } from './served.js'
