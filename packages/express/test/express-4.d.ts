/** Express 4, installed next to Express 5. The tests use only functions that are the same in both. */
declare module 'express-4' {
  import express from 'express'
  export = express
}
