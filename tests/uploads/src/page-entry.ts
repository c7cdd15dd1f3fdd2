import { createUploadRoutes } from '@secure-uploading/client/routes'
import type { defineRoutes } from './express-app.js'

/** Creates the routes of the page, whose files go to an emulator. */
export const routesOf = (baseURL: string) =>
  createUploadRoutes<ReturnType<typeof defineRoutes>>({ endpoint: '/api/uploads', baseURL })
