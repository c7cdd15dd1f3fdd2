import { serve } from '@hono/node-server'
import { app } from './hono.js'

serve(app)
