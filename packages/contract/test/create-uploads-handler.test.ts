import { describeUploadsEndpoint } from '../src/index.js'
import { adapter } from '../src/suite/uploads-fetch-adapter.js'

describeUploadsEndpoint('a Request and Response handler', adapter)
