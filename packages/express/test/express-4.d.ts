/** Express 4 beside Express 5. Only what the tests call, which is the same in both. */
declare module 'express-4' {
  import express from 'express'
  export = express
}
