export { runSuite, type SuiteResult } from './run-suite.js'
