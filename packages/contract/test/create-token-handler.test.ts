import { describeTokenEndpoint } from '../src/index.js'
import { adapter } from '../src/suite/fetch-adapter.js'

describeTokenEndpoint('a Request and Response handler', adapter)
